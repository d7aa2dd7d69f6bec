package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;

import java.io.IOException;

/// Walks over a tensor's bytes in pieces small enough to be cancelled between, and lets go of the
/// memory of each when it is done: whatever the tensor's size, one piece of it is in memory.
final class Pieces {
    /// Bytes of a piece.
    static final long LARGEST = 4 << 20;

    /// Looks at bytes `[from, from + count)`.
    @FunctionalInterface
    interface Look {
        void at(long from, long count) throws IOException;
    }

    private Pieces() {}

    static void of(Tensor tensor, Progress progress, Look look) throws IOException {
        of(
                tensor.bytes().byteSize(),
                progress,
                (from, count) -> {
                    look.at(from, count);
                    release(tensor, from, count);
                });
    }

    /// Of any `size` bytes.
    static void of(long size, Progress progress, Look look) throws IOException {
        for (long from = 0; from < size; from += LARGEST) {
            progress.checkCancelled();
            look.at(from, Math.min(LARGEST, size - from));
        }
    }

    private static void release(Tensor tensor, long from, long count) {
        var piece = tensor.bytes().asSlice(from, count);
        if (piece.isMapped()) {
            piece.unload();
        }
    }
}
