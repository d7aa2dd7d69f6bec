package org.clpworkbench.vocab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Token strings and ids of a tokenizer, added tokens included.
public final class Vocabulary {
    /// Reads tokenizer.json of a model folder without starting a tokenizer.
    public static Vocabulary read(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /// How many ids have a token.
    public int size() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The largest id + 1 (ids may have gaps).
    public int idRange() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The token as the tokenizer's file spells it ("ĠHaus").
    public Optional<String> token(int id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public OptionalInt id(String token) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The token as a person reads it: "·Haus" for a leading space, "↵" for a newline, "⟨0xE2⟩" for
    /// bytes that are no text.
    public String display(int id) {
        throw new UnsupportedOperationException("skeleton");
    }

    public boolean special(int id) {
        throw new UnsupportedOperationException("skeleton");
    }
}
