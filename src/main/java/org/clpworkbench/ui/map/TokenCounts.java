package org.clpworkbench.ui.map;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How often each token stands in the beginning of a text.
final class TokenCounts {
    private static final long MOST_CHARACTERS = 4_000_000;
    private static final int AT_ONCE = 100_000;

    private TokenCounts() {}

    /// @param tokens how many ids are counted; those beyond are left out
    static int[] of(Path model, Path text, int tokens, Progress progress) throws IOException {
        int[] counts = new int[tokens];
        try (var tokenizer = ModelTokenizer.open(model);
                BufferedReader reader = Files.newBufferedReader(text)) {
            long read = 0;
            var part = new StringBuilder();
            for (String line = reader.readLine();
                    line != null && read < MOST_CHARACTERS;
                    line = reader.readLine()) {
                part.append(line).append('\n');
                read += line.length() + 1;
                if (part.length() >= AT_ONCE) {
                    count(tokenizer, part, counts);
                    progress.checkCancelled();
                    progress.update(read, MOST_CHARACTERS, "characters");
                }
            }
            count(tokenizer, part, counts);
        }
        return counts;
    }

    private static void count(ModelTokenizer tokenizer, StringBuilder part, int[] counts) {
        for (int id : tokenizer.encode(part.toString())) {
            if (id < counts.length) {
                counts[id]++;
            }
        }
        part.setLength(0);
    }
}
