package org.clpworkbench.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A model's config.json: the fields that the program reads, and the whole of it for writing back.
public record ModelConfig(ObjectNode json) {
    public String modelType() {
        throw new UnsupportedOperationException("skeleton");
    }

    public int vocabularySize() {
        throw new UnsupportedOperationException("skeleton");
    }

    public int width() {
        throw new UnsupportedOperationException("skeleton");
    }

    public int layers() {
        throw new UnsupportedOperationException("skeleton");
    }

    public int heads() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The longest sequence in tokens.
    public int contextLength() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Whether the output head is the input embedding.
    public boolean tied() {
        throw new UnsupportedOperationException("skeleton");
    }
}
