package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first documents of a data set, with what becomes of each.
public record Preview(List<Sample> samples) {
    private static final int SHOWN = 200;

    public Preview {
        samples = List.copyOf(samples);
    }

    /// @param row the line or row of the file that it begins at, from 1
    /// @param language as the data say; empty where they do not
    /// @param tokens that it is cut into
    /// @param characters Unicode code points
    /// @param beginning of the text, at most 200 characters
    public record Sample(
            String file,
            long row,
            Fate fate,
            String language,
            int tokens,
            int characters,
            String beginning) {
        static Sample of(Document document, Fate fate, ModelTokenizer tokenizer) {
            String text = document.text();
            int characters = text.codePointCount(0, text.length());
            int shown = text.offsetByCodePoints(0, Math.min(SHOWN, characters));
            return new Sample(
                    document.file().toString(),
                    document.row(),
                    fate,
                    document.language().orElse(""),
                    tokenizer.encode(text).length,
                    characters,
                    text.substring(0, shown));
        }
    }

    /// @param inputs files, folders and patterns
    /// @param model folder with the tokenizer
    /// @param most documents, those that are left out included
    public static Preview of(
            List<String> inputs, DataChoices choices, Path model, int most, Progress progress)
            throws IOException {
        return of(inputs, choices, Optional.empty(), model, most, Long.MAX_VALUE, progress);
    }

    /// @param languages column that says what a row is written in, where a file has it
    /// @param mostCharacters after which no further document is read
    public static Preview of(
            List<String> inputs,
            DataChoices choices,
            Optional<String> languages,
            Path model,
            int most,
            long mostCharacters,
            Progress progress)
            throws IOException {
        progress.stage("Reading the first documents");
        var samples = new ArrayList<Sample>();
        var selection = new Selection(choices);
        try (var tokenizer = ModelTokenizer.open(model);
                var documents = new Documents(TextFiles.find(inputs), choices, languages)) {
            long characters = 0;
            while (samples.size() < most && characters < mostCharacters) {
                progress.checkCancelled();
                Optional<Document> next = documents.next();
                if (next.isEmpty()) {
                    break;
                }
                characters += next.get().text().length();
                samples.add(Sample.of(next.get(), selection.of(next.get()), tokenizer));
                progress.update(samples.size(), most, "documents");
            }
        }
        return new Preview(samples);
    }
}
