package org.clpworkbench.ui.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a text that nobody has entered may begin: as a file does.
final class FirstWords {
    private static final int WORDS = 4;

    private FirstWords() {}

    /// Of the first line that has more of them; "" where none has.
    static String of(Path text) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(text)) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> line.split(" ").length > WORDS)
                    .findFirst()
                    .map(FirstWords::of)
                    .orElse("");
        }
    }

    private static String of(String line) {
        return Arrays.stream(line.split(" ")).limit(WORDS).collect(Collectors.joining(" "));
    }
}
