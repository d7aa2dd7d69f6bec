package org.clpworkbench.data;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A data set as running text, for what reads words rather than tokens: one file of running text as
/// it lies there, of everything else the beginning, written once.
///
/// @param validation empty where nothing is kept to evaluate on
public record ReadableTexts(Path training, Optional<Path> validation) {
    private static final String TRAINING = "training.txt";
    private static final String VALIDATION = "validation.txt";

    /// Characters that word vectors are trained on at most.
    private static final long MOST_TRAINING = 256L << 20;

    /// Characters that are counted or evaluated on at most.
    private static final long MOST_VALIDATION = 16L << 20;

    /// The texts as they lie there, where both do; empty where something is to be written.
    ///
    /// @throws IOException when a file cannot be looked at
    public static Optional<ReadableTexts> asTheyLie(DataSet data) throws IOException {
        Optional<Path> training = data.asItLies();
        if (training.isEmpty() || isTokens(training.get())) {
            return Optional.empty();
        }
        Optional<DataSet> apart = data.apart();
        if (apart.isEmpty()) {
            return Optional.of(new ReadableTexts(training.get(), Optional.empty()));
        }
        return apart.get()
                .asItLies()
                .filter(file -> !isTokens(file))
                .map(file -> new ReadableTexts(training.get(), Optional.of(file)));
    }

    /// Writes what is not readable as it lies there, unless it was written before.
    ///
    /// @param cache folder that prepared texts are kept in
    /// @throws IOException when a text is not there or malformed
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    public static ReadableTexts of(DataSet data, Path cache, Progress progress) throws IOException {
        Optional<Path> validation = Optional.empty();
        Optional<DataSet> apart = data.apart();
        if (apart.isPresent()) {
            validation = Optional.of(training(apart.get(), MOST_VALIDATION, cache, progress));
        }
        if (data.choices().validationShare() == 0) {
            return new ReadableTexts(training(data, MOST_TRAINING, cache, progress), validation);
        }
        Path folder = written(data, MOST_TRAINING, cache, progress);
        return new ReadableTexts(folder.resolve(TRAINING), Optional.of(folder.resolve(VALIDATION)));
    }

    /// All documents but those that are left out.
    private static Path training(DataSet data, long most, Path cache, Progress progress)
            throws IOException {
        Optional<Path> plain = data.asItLies();
        if (plain.isPresent() && isTokens(plain.get())) {
            throw new ToldException(Sentence.of(ReadableTexts.class, "text.tokens", plain.get()));
        }
        return plain.isPresent()
                ? plain.get()
                : written(data, most, cache, progress).resolve(TRAINING);
    }

    private static boolean isTokens(Path file) {
        return file.toString().endsWith(PreparedText.ENDING);
    }

    private static Path written(DataSet data, long most, Path cache, Progress progress)
            throws IOException {
        String by = "readable\n%d\n%s\n".formatted(most, data.choices().canonical());
        String key = Sources.of(data.inputs(), cache, progress).key(by);
        var folder = new WholeFolder(cache.resolve(key), TRAINING);
        folder.make(
                part -> {
                    if (data.choices().validationShare() > 0) {
                        Path kept = part.resolve(VALIDATION);
                        write(kept, data, Fate.VALIDATION, MOST_VALIDATION, progress);
                    }
                    write(part.resolve(TRAINING), data, Fate.TRAINING, most, progress);
                });
        return folder.path();
    }

    private static void write(Path file, DataSet data, Fate side, long most, Progress progress)
            throws IOException {
        progress.stage("Writing the beginning as a text");
        RunningText.write(file, data.inputs(), data.choices(), side, most, progress);
        WholeFiles.force(file);
    }
}
