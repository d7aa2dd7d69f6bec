package org.clpworkbench.ui.generate;

import org.clpworkbench.ui.common.Isolated;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How a text begins: as somebody asked for it, or, where nobody has, as a file does.
final class FirstWords {
    private static final int WORDS = 4;

    /// Characters that a sentence may hold of them.
    private static final int LONGEST = 60;

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

    /// As a sentence holds them: in one line, and cut where they are many.
    static String inSentence(String words) {
        String line = words.strip().replaceAll("\\s*\\R\\s*", " / ");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return Isolated.of(line);
        }
        return Isolated.of(line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…");
    }

    private static String of(String line) {
        return Arrays.stream(line.split(" ")).limit(WORDS).collect(Collectors.joining(" "));
    }
}
