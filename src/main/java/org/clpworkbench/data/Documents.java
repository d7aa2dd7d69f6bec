package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.DocumentReader;
import org.clpworkbench.data.text.Reading;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The documents of several files, one after the other.
final class Documents implements Closeable {
    private final Iterator<TextFile> files;
    private final DataChoices choices;
    private final Optional<String> told;
    private final long total;
    private long before;
    private @Nullable TextFile file;
    private @Nullable DocumentReader reader;

    Documents(List<TextFile> files, DataChoices choices) throws IOException {
        this(files, choices, Optional.empty());
    }

    /// @param told column of languages that is read where a file has it, to be told of, though
    ///   nothing is chosen by it
    Documents(List<TextFile> files, DataChoices choices, Optional<String> told) throws IOException {
        this.files = files.iterator();
        this.choices = choices;
        this.told = told;
        long sum = 0;
        for (TextFile one : files) {
            sum += Files.size(one.path());
            if (choices.language().isPresent() && !one.format().hasColumns()) {
                throw new ToldException(
                        Sentence.of(Documents.class, "language.running", one.path()));
            }
        }
        total = sum;
    }

    /// Empty after the last.
    Optional<Document> next() throws IOException {
        while (true) {
            if (reader == null) {
                if (!files.hasNext()) {
                    return Optional.empty();
                }
                file = files.next();
                reader = file.open(reading(file));
            }
            Optional<Document> next = reader.next();
            if (next.isPresent()) {
                return next;
            }
            skipFile();
        }
    }

    /// Leaves the file out that is being read, as if it ended here.
    void skipFile() throws IOException {
        if (reader != null && file != null) {
            reader.close();
            reader = null;
            before += Files.size(file.path());
        }
    }

    private Reading reading(TextFile next) throws IOException {
        Reading reading = choices.reading();
        return told.isPresent()
                        && reading.languageColumn().isEmpty()
                        && next.columns().contains(told.get())
                ? new Reading(reading.column(), told, reading.unit())
                : reading;
    }

    /// Bytes of the files, as they lie there.
    long total() {
        return total;
    }

    /// How many of them have been read, about.
    long position() throws IOException {
        return before + (reader == null ? 0 : reader.position());
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
