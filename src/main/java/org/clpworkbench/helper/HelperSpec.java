package org.clpworkbench.helper;

import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.vocab.bpe.BpeSpec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that decides a helper model.
///
/// @param texts UTF-8 files, and folders whose .txt files are meant
/// @param validation a text that is never trained on; where there is none, the end of every text is
///   kept back
/// @param tokenizer to be trained on the same texts
/// @param target folder that gets the model
/// @param training how the model is trained
public record HelperSpec(
        List<Path> texts,
        Optional<Path> validation,
        BpeSpec tokenizer,
        HelperSize size,
        Path target,
        Training training) {
    /// @param batch sequences a step
    /// @param context tokens a sequence, and the longest that the model can read
    /// @param seed of the first weights and of the order of the text
    public record Training(
            int steps,
            int batch,
            int context,
            Optimisation optimisation,
            long seed,
            Execution execution,
            Rhythm rhythm) {
        public Training {
            // refuses nonsense before a tokenizer is trained for it
            var _ =
                    new TrainingSpec(
                            "",
                            Path.of(""),
                            Path.of(""),
                            Path.of(""),
                            steps,
                            batch,
                            context,
                            optimisation,
                            Trainable.ALL,
                            seed,
                            execution,
                            rhythm);
        }

        TrainingSpec of(String name, Path model, Path text, Path validation) {
            return new TrainingSpec(
                    name,
                    model,
                    text,
                    validation,
                    steps,
                    batch,
                    context,
                    optimisation,
                    Trainable.ALL,
                    seed,
                    execution,
                    rhythm);
        }
    }

    public HelperSpec {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one text to learn from.");
        }
        texts = texts.stream().map(text -> text.toAbsolutePath().normalize()).toList();
        validation = validation.map(text -> text.toAbsolutePath().normalize());
        target = target.toAbsolutePath().normalize();
    }

    /// What the model and its run are called.
    String name() {
        return String.valueOf(target.getFileName());
    }
}
