package org.clpworkbench.data;

import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Texts that were chosen together: where they lie, and which of their documents are taken.
///
/// @param inputs files, folders and patterns
/// @param validation a text that is never trained on, of the same kinds; where there is none, the
///   share of the documents that the choices keep back
public record DataSet(List<String> inputs, Optional<String> validation, DataChoices choices) {
    /// Bytes of running text that a run reads and tokenizes itself, as it holds it in memory: 64
    /// MiB.
    private static final long MOST_HELD = 1L << 26;

    private static final String PATTERN_MARKS = "*?[{";

    public DataSet {
        if (inputs.isEmpty()) {
            throw new ToldArgumentException(Sentence.of(DataSet.class, "set.empty"));
        }
        if (validation.isPresent() && choices.validationShare() > 0) {
            throw new ToldArgumentException(Sentence.of(DataSet.class, "set.both"));
        }
        inputs = List.copyOf(inputs);
    }

    /// Two files, of which everything is taken.
    public static DataSet of(Path training, Path validation) {
        return new DataSet(
                List.of(training.toString()),
                Optional.of(validation.toString()),
                DataChoices.everything());
    }

    /// Whether there is something to evaluate on.
    public boolean evaluates() {
        return validation.isPresent() || choices.validationShare() > 0;
    }

    /// The text that is given to evaluate on, by itself.
    public Optional<DataSet> apart() {
        return validation.map(
                text -> new DataSet(List.of(text), Optional.empty(), choices.split(0, 0)));
    }

    /// The file that a run reads as it lies there to train on: one of running text, of which
    /// everything is taken, or one of token ids. Empty where the data set is to be prepared.
    public Optional<Path> asItLies() throws IOException {
        return inputs.size() == 1 && choices.validationShare() == 0 && isReady(inputs.getFirst())
                ? Optional.of(Path.of(inputs.getFirst()).toAbsolutePath().normalize())
                : Optional.empty();
    }

    private boolean isReady(String input) throws IOException {
        if (input.endsWith(PreparedText.ENDING)) {
            return true;
        }
        if (!choices.equals(DataChoices.everything())) {
            return false;
        }
        Path file;
        try {
            file = Path.of(input);
        } catch (InvalidPathException pattern) {
            // a system on which a pattern is no path
            return false;
        }
        if (!Files.isRegularFile(file)) {
            return !Files.exists(file) && input.endsWith(".txt") && !isPattern(input);
        }
        // a text of any name has always been taken for running text
        boolean plain = TextFiles.kind(file).map(TextFile::isPlainText).orElse(true);
        return plain && Files.size(file) <= MOST_HELD;
    }

    private static boolean isPattern(String input) {
        return input.chars().anyMatch(c -> PATTERN_MARKS.indexOf(c) >= 0);
    }
}
