package org.clpworkbench.checkpoint;

import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a person wants to know of a model folder before using it. Read from the headers alone.
///
/// @param heads 0 for a model without attention
/// @param contextLength the longest sequence in tokens; 0 where nothing limits it
/// @param bytes size of the weights on disk
/// @param dtype the element type of the input embedding
public record ModelSummary(
        String name,
        Path folder,
        String modelType,
        long parameters,
        int layers,
        int width,
        int heads,
        int vocabularySize,
        int contextLength,
        boolean tied,
        String dtype,
        long bytes) {
    /// @throws CheckpointException when the folder is no model that the program knows
    public static ModelSummary read(Path folder) throws IOException {
        try (var checkpoint = Checkpoint.open(folder)) {
            return of(checkpoint);
        }
    }

    /// The summary of an open checkpoint.
    public static ModelSummary of(Checkpoint checkpoint) throws IOException {
        ModelConfig config = checkpoint.config();
        long parameters =
                checkpoint.entries().values().stream()
                        .filter(entry -> entry.dtype().floating())
                        .mapToLong(TensorEntry::elements)
                        .sum();
        long bytes = 0;
        for (Path file : checkpoint.files()) {
            bytes += Files.size(file);
        }
        return new ModelSummary(
                ModelName.withRevision(checkpoint.folder()),
                checkpoint.folder(),
                config.modelType(),
                parameters,
                config.layers(),
                config.width(),
                config.heads().orElse(0),
                config.vocabularySize(),
                config.contextLength().orElse(0),
                config.tied(),
                checkpoint.tensor(checkpoint.inputEmbedding()).entry().dtype().name(),
                bytes);
    }
}
