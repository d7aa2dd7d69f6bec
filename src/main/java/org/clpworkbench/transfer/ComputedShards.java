package org.clpworkbench.transfer;

import org.clpworkbench.tensor.SafetensorsFile;
import org.clpworkbench.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Shards of a model that is not whole yet, opened again to look at what was computed.
final class ComputedShards implements AutoCloseable {
    private final Path folder;
    private final UnaryOperator<String> fileOf;
    private final Map<String, SafetensorsFile> open = new HashMap<>();

    /// @param fileOf the shard of a tensor, by name
    ComputedShards(Path folder, UnaryOperator<String> fileOf) {
        this.folder = folder;
        this.fileOf = fileOf;
    }

    Tensor tensor(String name) throws IOException {
        String shard = fileOf.apply(name);
        SafetensorsFile file = open.get(shard);
        if (file == null) {
            file = SafetensorsFile.open(folder.resolve(shard));
            open.put(shard, file);
        }
        return file.tensor(name);
    }

    @Override
    public void close() {
        open.values().forEach(SafetensorsFile::close);
    }
}
