package org.clpworkbench.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/// What a person wants to know of a model folder before using it. Read from the headers alone.
///
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
    public static ModelSummary read(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
