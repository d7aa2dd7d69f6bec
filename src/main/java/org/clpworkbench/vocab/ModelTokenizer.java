package org.clpworkbench.vocab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The tokenizer of a model folder.
public final class ModelTokenizer implements AutoCloseable {
    /// One token of a segmented text: its id and the characters `[begin, end)` that it covers.
    public record Piece(int id, int begin, int end) {}

    public static ModelTokenizer open(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Vocabulary vocabulary() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Token ids of the text, without special tokens added.
    public int[] encode(String text) {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<Piece> segment(String text) {
        throw new UnsupportedOperationException("skeleton");
    }

    public String decode(int[] ids) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}
