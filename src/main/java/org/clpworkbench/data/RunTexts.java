package org.clpworkbench.data;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What a run reads of a data set: running text as it lies there, or token ids.
public record RunTexts(Path training, Path validation) {
    /// One file of running text is taken as it lies there; everything else is prepared, once.
    ///
    /// @param model folder with the tokenizer
    /// @param cache folder that prepared texts are kept in
    /// @throws IOException when a text is not there or malformed, or nothing is kept to evaluate on
    /// @throws java.util.concurrent.CancellationException when cancelled; nothing is left
    public static RunTexts of(DataSet data, Path model, Path cache, Progress progress)
            throws IOException {
        if (!data.evaluates()) {
            throw new ToldException(
                    Sentence.of(
                            RunTexts.class, "validation.none", String.join(", ", data.inputs())));
        }
        Optional<Path> plain = data.asItLies();
        if (plain.isPresent()) {
            return new RunTexts(plain.get(), apart(data, model, cache, progress));
        }
        PreparedText prepared =
                new Preparation(data.inputs(), data.choices(), model, cache).run(progress);
        Optional<Path> kept = prepared.validation();
        return new RunTexts(
                prepared.training(),
                kept.isPresent() ? kept.get() : apart(data, model, cache, progress));
    }

    /// The same of what was prepared before; empty where something is still to be prepared.
    ///
    /// @param model folder with the tokenizer
    /// @param cache folder that prepared texts are kept in
    /// @throws IOException when a text is not there
    public static Optional<RunTexts> made(DataSet data, Path model, Path cache) throws IOException {
        Optional<Path> training = data.asItLies();
        Optional<Path> validation = Optional.empty();
        if (training.isEmpty()) {
            Optional<PreparedText> prepared =
                    new Preparation(data.inputs(), data.choices(), model, cache).made();
            training = prepared.map(PreparedText::training);
            validation = prepared.flatMap(PreparedText::validation);
        }
        if (training.isPresent() && validation.isEmpty() && data.apart().isPresent()) {
            validation = madeApart(data.apart().get(), model, cache);
        }
        return training.isPresent() && validation.isPresent()
                ? Optional.of(new RunTexts(training.get(), validation.get()))
                : Optional.empty();
    }

    private static Optional<Path> madeApart(DataSet apart, Path model, Path cache)
            throws IOException {
        Optional<Path> plain = apart.asItLies();
        return plain.isPresent()
                ? plain
                : new Preparation(apart.inputs(), apart.choices(), model, cache)
                        .made()
                        .map(PreparedText::training);
    }

    private static Path apart(DataSet data, Path model, Path cache, Progress progress)
            throws IOException {
        DataSet apart = data.apart().orElseThrow();
        Optional<Path> plain = apart.asItLies();
        return plain.isPresent()
                ? plain.get()
                : new Preparation(apart.inputs(), apart.choices(), model, cache)
                        .run(progress)
                        .training();
    }
}
