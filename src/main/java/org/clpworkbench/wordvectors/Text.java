package org.clpworkbench.wordvectors;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that can be read more than once, of any length; it is never held in memory.
@FunctionalInterface
public interface Text {
    /// From the beginning. The reader need not be buffered.
    Reader open() throws IOException;

    /// A UTF-8 file; bytes that are none are read as replacement characters, which are no word.
    static Text of(Path file) {
        return () -> new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    }

    static Text of(String text) {
        return () -> new StringReader(text);
    }
}
