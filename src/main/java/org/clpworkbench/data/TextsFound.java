package org.clpworkbench.data;

import org.clpworkbench.data.text.Document;
import org.clpworkbench.data.text.DocumentReader;
import org.clpworkbench.data.text.Reading;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.data.text.TextFormat;
import org.clpworkbench.job.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What lies where a person pointed: the files of each input, and what the beginnings of files
/// offer to choose from.
///
/// @param columns that hold texts, of the first file of each format
/// @param languages that the first rows name, by the alphabet; none where no column says so
public record TextsFound(List<Input> inputs, List<String> columns, List<String> languages) {
    private static final int ROWS = 2000;

    /// The files of an input.
    ///
    /// @param bytes of all of them, as they lie there
    /// @param problem what is wrong with it, in a sentence; empty when nothing is
    public record Input(String input, List<TextFile> files, long bytes, String problem) {
        public Input {
            files = List.copyOf(files);
        }
    }

    public TextsFound {
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
        languages = List.copyOf(languages);
    }

    /// An input or a file that cannot be read makes no trouble here: the one has its problem, the
    /// other offers nothing.
    ///
    /// @param inputs files, folders and patterns
    /// @param languageColumn that is looked at
    /// @throws java.util.concurrent.CancellationException when cancelled
    public static TextsFound of(List<String> inputs, String languageColumn, Progress progress) {
        progress.stage("Looking for the files");
        var found = new ArrayList<Input>();
        for (String input : inputs) {
            progress.checkCancelled();
            found.add(input(input));
        }
        List<TextFile> first = firstOfEachFormat(found);
        Set<String> columns = new LinkedHashSet<>();
        for (TextFile file : first) {
            progress.checkCancelled();
            columns.addAll(columns(file));
        }
        Set<String> languages = new TreeSet<>();
        for (TextFile file : first) {
            if (columns(file).contains(languageColumn)) {
                languages.addAll(languages(file, languageColumn, progress));
            }
        }
        return new TextsFound(found, List.copyOf(columns), List.copyOf(languages));
    }

    private static Input input(String input) {
        try {
            List<TextFile> files = TextFiles.find(List.of(input));
            long bytes = 0;
            for (TextFile file : files) {
                bytes += Files.size(file.path());
            }
            return new Input(input, files, bytes, "");
        } catch (IOException missing) {
            return new Input(input, List.of(), 0, String.valueOf(missing.getMessage()));
        }
    }

    private static List<TextFile> firstOfEachFormat(List<Input> inputs) {
        Set<TextFormat> seen = EnumSet.noneOf(TextFormat.class);
        return inputs.stream()
                .flatMap(input -> input.files.stream())
                .filter(file -> seen.add(file.format()))
                .toList();
    }

    private static List<String> columns(TextFile file) {
        try {
            return file.columns();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// The column is read as if it were the text; rows that lack it are passed over.
    private static Set<String> languages(TextFile file, String column, Progress progress) {
        Set<String> languages = new TreeSet<>();
        var usual = Reading.usual();
        try (DocumentReader rows =
                file.open(new Reading(Optional.of(column), Optional.empty(), usual.unit()))) {
            boolean more = true;
            for (int row = 0; row < ROWS && more; row++) {
                progress.checkCancelled();
                more = add(rows, languages);
            }
        } catch (IOException unreadable) {
            return Set.of();
        }
        languages.removeIf(String::isBlank);
        return languages;
    }

    /// Whether there may be another row.
    private static boolean add(DocumentReader rows, Set<String> languages) {
        try {
            Optional<Document> next = rows.next();
            next.ifPresent(row -> languages.add(row.text()));
            return next.isPresent();
        } catch (IOException lacking) {
            return true;
        }
    }

    /// All files, each once.
    public List<TextFile> files() {
        return inputs.stream().flatMap(input -> input.files.stream()).distinct().toList();
    }

    /// Bytes of all files.
    public long bytes() {
        return inputs.stream().mapToLong(Input::bytes).sum();
    }

    /// Whether a file's documents are rows with columns.
    public boolean hasColumns() {
        return files().stream().anyMatch(file -> file.format().hasColumns());
    }

    /// Whether a file is running text.
    public boolean hasRunningText() {
        return files().stream().anyMatch(file -> !file.format().hasColumns());
    }
}
