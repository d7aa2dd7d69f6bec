package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;

/// A tensor copied byte for byte, in pieces small enough to be cancelled between.
final class CheckedCopy {
    private static final long PIECE = 4 << 20;

    private CheckedCopy() {}

    static TensorSource of(Tensor tensor, Progress progress) {
        return sink -> {
            long size = tensor.bytes().byteSize();
            for (long from = 0; from < size; from += PIECE) {
                progress.checkCancelled();
                sink.write(tensor.bytes().asSlice(from, Math.min(PIECE, size - from)));
            }
        };
    }

    /// @throws TransferException when the copy on disk is not the tensor
    static void verify(Tensor tensor, Tensor copy, Progress progress) throws IOException {
        long size = tensor.bytes().byteSize();
        for (long from = 0; from < size; from += PIECE) {
            progress.checkCancelled();
            long count = Math.min(PIECE, size - from);
            if (tensor.bytes().asSlice(from, count).mismatch(copy.bytes().asSlice(from, count))
                    >= 0) {
                throw new TransferException(
                        "Tensor %s came back from the disk changed; check the disk and try again."
                                .formatted(tensor.entry().name()));
            }
        }
    }
}
