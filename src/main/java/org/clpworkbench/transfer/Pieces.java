package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;

/// Walks over a tensor's bytes in pieces small enough to be cancelled between, and lets go of the
/// memory of each when it is done: whatever the tensor's size, one piece of it is in memory.
final class Pieces {
    private static final long PIECE = 4 << 20;

    /// Looks at bytes `[from, from + count)`.
    @FunctionalInterface
    interface Look {
        void at(long from, long count) throws IOException;
    }

    private Pieces() {}

    static void of(Tensor tensor, Progress progress, Look look) throws IOException {
        long size = tensor.bytes().byteSize();
        for (long from = 0; from < size; from += PIECE) {
            progress.checkCancelled();
            long count = Math.min(PIECE, size - from);
            look.at(from, count);
            release(tensor, from, count);
        }
    }

    /// The tensor as it is, byte for byte.
    static TensorSource copy(Tensor tensor, Progress progress) {
        return sink ->
                of(
                        tensor,
                        progress,
                        (from, count) -> sink.write(tensor.bytes().asSlice(from, count)));
    }

    static void release(Tensor tensor, long from, long count) {
        var piece = tensor.bytes().asSlice(from, count);
        if (piece.isMapped()) {
            piece.unload();
        }
    }
}
