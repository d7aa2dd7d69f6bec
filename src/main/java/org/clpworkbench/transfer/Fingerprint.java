package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.Sha256;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What a model's weights are, whatever files they lie in: the SHA-256 of each tensor's bytes, and
/// one over all names, types, shapes and these.
record Fingerprint(String weights, SequencedMap<String, String> tensors) {
    /// @param known hashes that were computed before
    static Fingerprint of(Checkpoint model, Map<String, String> known, Progress progress)
            throws IOException {
        List<TensorEntry> unknown =
                model.entries().values().stream()
                        .filter(entry -> !known.containsKey(entry.name()))
                        .toList();
        var hashes = new HashMap<>(known);
        try {
            OrderedBlocks.run(
                    unknown.size(),
                    at -> Map.entry(unknown.get(at).name(), hash(model, unknown.get(at), progress)),
                    done -> hashes.put(done.getKey(), done.getValue()));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        var all = new Sha256();
        var tensors = new TreeMap<String, String>();
        for (TensorEntry entry : new TreeMap<>(model.entries()).values()) {
            String hash = hashes.get(entry.name());
            tensors.put(entry.name(), hash);
            all.add("%s %s %s %s\n".formatted(entry.name(), entry.dtype(), entry.shape(), hash));
        }
        return new Fingerprint(all.hex(), tensors);
    }

    private static String hash(Checkpoint model, TensorEntry entry, Progress progress) {
        try {
            return of(model.tensor(entry.name()), progress);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The SHA-256 of a tensor's bytes.
    static String of(Tensor tensor, Progress progress) throws IOException {
        var sha = new Sha256();
        Pieces.of(tensor, progress, (from, count) -> sha.add(tensor.bytes().asSlice(from, count)));
        return sha.hex();
    }
}
