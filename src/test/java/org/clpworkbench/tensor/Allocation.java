package org.clpworkbench.tensor;

import java.lang.management.ManagementFactory;

/// How many bytes of the heap this thread has asked for since it began.
final class Allocation {
    /// What reading a hostile file may ask for at the most.
    static final long LIMIT = 200_000_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    static long ofThisThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
