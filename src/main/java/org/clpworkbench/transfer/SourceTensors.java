package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.FileBytes;
import org.clpworkbench.tensor.FilePieces;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A source's tensors as they are copied, byte for byte, and what tells whether they came to the
/// disk so: each is read once. Tensors may be copied on several threads.
final class SourceTensors {
    /// What was read of a tensor.
    record Copied(String sha256, long crc) {}

    @FunctionalInterface
    private interface Taker {
        void take(MemorySegment piece) throws IOException;
    }

    private final Checkpoint source;
    private final Map<String, Copied> copied = new ConcurrentHashMap<>();

    SourceTensors(Checkpoint source) {
        this.source = source;
    }

    TensorSource copy(String name, Progress progress) throws IOException {
        Tensor tensor = source.tensor(name);
        Optional<FileBytes> place = source.place(name);
        return sink -> {
            var sha = new Sha256();
            var crc = new PairedCrc();
            Taker taker =
                    piece -> {
                        sha.add(piece);
                        crc.add(piece);
                        sink.write(piece);
                    };
            if (place.isPresent()) {
                read(place.get(), progress, taker);
            } else {
                Pieces.of(
                        tensor,
                        progress,
                        (from, count) -> taker.take(tensor.bytes().asSlice(from, count)));
            }
            copied.put(name, new Copied(sha.hex(), crc.value()));
        };
    }

    private static void read(FileBytes place, Progress progress, Taker taker) throws IOException {
        try (var pieces = FilePieces.open(place.file(), Pieces.LARGEST)) {
            Pieces.of(
                    place.count(),
                    progress,
                    (from, count) -> taker.take(pieces.read(place.begin() + from, count)));
        }
    }

    /// Of a tensor that has been copied.
    ///
    /// @throws IllegalStateException when it has not
    Copied copied(String name) {
        Copied one = copied.get(name);
        if (one == null) {
            throw new IllegalStateException(name + " was not copied.");
        }
        return one;
    }
}
