package org.clpworkbench.ui;

import org.clpworkbench.job.Jobs;

import java.util.concurrent.CountDownLatch;

/// Keeps the computing thread busy, so that jobs wait for their turn until the gate is opened.
public final class ComputeGate implements AutoCloseable {
    private final CountDownLatch opened = new CountDownLatch(1);

    public ComputeGate(Jobs jobs) {
        jobs.compute(
                "a long job",
                progress -> {
                    opened.await();
                    return true;
                });
    }

    /// Lets the others have their turn.
    @Override
    public void close() {
        opened.countDown();
    }
}
