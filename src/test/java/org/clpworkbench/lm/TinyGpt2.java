package org.clpworkbench.lm;

import org.clpworkbench.embedded.EmbeddedDemo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A GPT-2 of two layers, width 16, context 32, with seeded weights and the embedded German
/// tokenizer.
public final class TinyGpt2 {
    public static final int CONTEXT = 32;
    public static final int VOCABULARY = 8192;

    private TinyGpt2() {}

    public static Path write(Path folder, EmbeddedDemo demo, boolean tied) throws IOException {
        return new MadeGpt2(VOCABULARY, 16, 2, 2, CONTEXT, tied, 0.2f)
                .write(folder, Optional.of(demo.helper()));
    }
}
