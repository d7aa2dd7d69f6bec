package org.clpworkbench.data;

import org.clpworkbench.job.Progress;

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
            throw new IOException(
                    "%s keeps nothing to evaluate on; choose another text for that, or a share of the documents."
                            .formatted(String.join(", ", data.inputs())));
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
