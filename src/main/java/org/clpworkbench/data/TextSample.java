package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The beginning of a data set's documents as running text, each of which ends its line, whatever
/// share is kept for validation.
///
/// @param bytes of text in UTF-8 that all documents have, as far as the beginning tells; exact when
///   all were read
public record TextSample(String text, long bytes) {
    private static final int LOOK_DOCUMENTS = 64;

    /// @param inputs files, folders and patterns
    /// @param mostCharacters after which no further document is taken
    /// @throws IOException when a file is not there or malformed, or no document is taken
    public static TextSample of(
            List<String> inputs, DataChoices choices, int mostCharacters, Progress progress)
            throws IOException {
        progress.stage("Reading the beginning of the texts");
        DataChoices unsplit = choices.split(0, choices.seed());
        var selection = new Selection(unsplit);
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        var text = new StringBuilder();
        try (var documents = new Documents(TextFiles.find(inputs), unsplit)) {
            for (long read = 0; text.length() < mostCharacters; read++) {
                if (read % LOOK_DOCUMENTS == 0) {
                    progress.checkCancelled();
                    progress.update(text.length(), mostCharacters, "characters");
                }
                Optional<Document> next = documents.next();
                if (next.isEmpty()) {
                    Sides.of(fates).check(inputs, unsplit);
                    return new TextSample(text.toString(), bytes(text));
                }
                Fate fate = selection.of(next.get());
                fates.merge(fate, 1L, Long::sum);
                if (fate == Fate.TRAINING) {
                    text.append(next.get().text());
                    if (!next.get().text().endsWith("\n")) {
                        text.append('\n');
                    }
                }
            }
            double share = (double) documents.position() / Math.max(1, documents.total());
            return new TextSample(
                    text.toString(), Math.round(bytes(text) / Math.clamp(share, 1e-9, 1)));
        }
    }

    private static long bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
