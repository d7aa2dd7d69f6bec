package org.clpworkbench.compute;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// How the C library keeps memory that matrices have freed.
public final class NativeMemory {
    /// From glibc's malloc.h.
    private static final int M_MMAP_THRESHOLD = -3;

    private static final int LARGE = 1 << 20;

    private NativeMemory() {}

    /// From now on, large blocks go back to the system as soon as they are freed. Left to itself,
    /// glibc keeps blocks of up to 32 MB for later, on each thread: some 400 MB in a transfer of
    /// wide rows. Training allocates the same blocks step after step and is better off without
    /// this. Does nothing where the C library is another.
    @SuppressWarnings("restricted") // native access is what the start script grants
    public static void giveBackLargeBlocks() {
        var linker = Linker.nativeLinker();
        linker.defaultLookup()
                .find("mallopt")
                .ifPresent(
                        address -> {
                            var number = ValueLayout.JAVA_INT;
                            var mallopt =
                                    linker.downcallHandle(
                                            address, FunctionDescriptor.of(number, number, number));
                            try {
                                int _ = (int) mallopt.invokeExact(M_MMAP_THRESHOLD, LARGE);
                            } catch (Throwable impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        });
    }
}
