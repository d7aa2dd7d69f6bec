package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.FileBytes;
import org.clpworkbench.tensor.FilePieces;
import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads every shard back as any reader would: everything is looked through for values that are no
/// numbers, and what should be unchanged must be what was copied. Shards may be checked on several
/// threads.
final class WrittenTensors {
    private final SourceTensors source;
    private final Set<String> computed;
    private final Map<String, String> hashes = new TreeMap<>();
    private int unchanged;
    private int notFinite;

    /// @param computed tensors that are not the source's
    WrittenTensors(SourceTensors source, Set<String> computed) {
        this.source = source;
        this.computed = computed;
    }

    /// @throws TransferException when a shard did not come back as it was written, or a computed
    ///   tensor holds NaN or infinity
    void check(Path shard, Progress progress) throws IOException {
        try (var file = SafetensorsFile.open(shard);
                var pieces = FilePieces.open(shard, Pieces.LARGEST)) {
            for (TensorEntry entry : file.entries().values()) {
                check(entry, file.place(entry.name()).orElseThrow(), pieces, progress);
            }
        }
    }

    private void check(TensorEntry written, FileBytes place, FilePieces pieces, Progress progress)
            throws IOException {
        String name = written.name();
        boolean same = !computed.contains(name);
        var crc = new PairedCrc();
        var sha = new Sha256();
        boolean[] finite = {true};
        Pieces.of(
                place.count(),
                progress,
                (from, count) -> {
                    var piece = pieces.read(place.begin() + from, count);
                    if (same) {
                        crc.add(piece);
                    } else {
                        sha.add(piece);
                    }
                    finite[0] &= written.dtype().finite(piece);
                });
        if (!finite[0] && !same) {
            throw new TransferException(
                    Sentence.of(WrittenTensors.class, "tensor.infinite", name, written.dtype()));
        }
        if (same && crc.value() != source.copied(name).crc()) {
            throw new TransferException(Sentence.of(WrittenTensors.class, "tensor.changed", name));
        }
        add(name, same ? source.copied(name).sha256() : sha.hex(), same, finite[0]);
    }

    private synchronized void add(String name, String hash, boolean same, boolean finite) {
        hashes.put(name, hash);
        unchanged += same ? 1 : 0;
        notFinite += finite ? 0 : 1;
    }

    /// SHA-256 of each tensor's bytes.
    synchronized Map<String, String> hashes() {
        return Map.copyOf(hashes);
    }

    /// How many tensors are bit for bit the source's.
    synchronized int unchanged() {
        return unchanged;
    }

    /// How many of these hold NaN or infinity, as they did in the source.
    synchronized int notFinite() {
        return notFinite;
    }
}
