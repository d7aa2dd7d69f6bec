package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A data set's training documents as running text, each of which ends its line: for what reads
/// words or bytes rather than tokens.
public final class RunningText {
    private static final int LOOK_DOCUMENTS = 64;

    private RunningText() {}

    /// Writes all of them, in UTF-8.
    ///
    /// @param inputs files, folders and patterns
    /// @throws IOException when a file is malformed, or a side of the split would be empty
    public static void write(Path file, List<String> inputs, DataChoices choices, Progress progress)
            throws IOException {
        write(file, inputs, choices, Fate.TRAINING, Long.MAX_VALUE, progress);
    }

    /// Writes those of one side of the split.
    ///
    /// @param mostCharacters after which no further document is taken
    static void write(
            Path file,
            List<String> inputs,
            DataChoices choices,
            Fate side,
            long mostCharacters,
            Progress progress)
            throws IOException {
        var selection = new Selection(choices);
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        try (var documents = new Documents(TextFiles.find(inputs), choices);
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long characters = 0;
            for (long read = 0; characters < mostCharacters; read++) {
                if (read % LOOK_DOCUMENTS == 0) {
                    progress.checkCancelled();
                    double done = (double) documents.position() / Math.max(1, documents.total());
                    double share = Math.max(done, (double) characters / mostCharacters);
                    progress.update((long) (share * documents.total()), documents.total(), "bytes");
                }
                Optional<Document> next = documents.next();
                if (next.isEmpty()) {
                    Sides.of(fates).check(inputs, choices);
                    return;
                }
                Fate fate = selection.of(next.get());
                if (selection.counts()) {
                    fates.merge(fate, 1L, Long::sum);
                }
                if (fate == side) {
                    line(next.get().text(), out);
                    characters += next.get().text().length();
                }
            }
        }
    }

    private static void line(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        if (!text.endsWith("\n")) {
            out.write('\n');
        }
    }
}
