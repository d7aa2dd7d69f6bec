package org.clpworkbench.cli;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.Preparation;
import org.clpworkbench.data.PreparedText;
import org.clpworkbench.data.TrainingSample;
import org.clpworkbench.data.text.TextFile;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;
import org.clpworkbench.settings.Workspace;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a model is trained and evaluated on. One file of running text is read as it lies there;
/// everything else is prepared first, once.
final class TrainingTexts {
    /// Bytes of running text that a run reads and tokenizes itself, as it holds it in memory.
    private static final long MOST_HELD = 1L << 30;

    /// Characters that word vectors are trained on at most.
    private static final long SAMPLE = 256L << 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--text",
            arity = "1..*",
            paramLabel = "PATH",
            description = {
                "Training text: files (txt, jsonl, csv, tsv, also as gz or zst; parquet), folders,",
                "patterns; or what \"data prepare\" made."
            })
    private List<String> inputs = List.of();

    @Option(
            names = "--validation",
            paramLabel = "PATH",
            description = "Text to evaluate on, of the same kinds; never trained on.")
    private @Nullable String validation;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the split into training and validation (default: 0).")
    private long seed;

    @Mixin private DataOptions data;

    /// @param training running text or token ids, as a run reads them
    /// @param readable running text of the same documents
    record Found(Path training, Path validation, Path readable) {}

    boolean given() {
        return !inputs.isEmpty() && (validation != null || data.splits());
    }

    List<String> inputs() {
        return inputs;
    }

    Optional<String> validation() {
        return Optional.ofNullable(validation);
    }

    boolean saysUnit() {
        return data.saysUnit();
    }

    /// @throws ParameterException when a text to evaluate on and a share for it are given
    DataChoices choices() {
        if (validation != null && data.splits()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Choose either --validation or --validation-share, not both.");
        }
        return data.choices(seed);
    }

    /// Prepares what is not as a run reads it.
    ///
    /// @param model folder with the tokenizer
    Found find(Path model, Workspace workspace, Progress progress) throws IOException {
        DataChoices choices = choices();
        boolean kept = validation != null && ready(validation);
        if (inputs.size() == 1 && ready(inputs.getFirst()) && !data.splits()) {
            Path text = Path.of(inputs.getFirst()).toAbsolutePath();
            return new Found(text, validation(kept, model, workspace, progress), text);
        }
        PreparedText prepared =
                new Preparation(inputs, choices, model, workspace.data()).run(progress);
        Path aside =
                validation == null
                        ? prepared.validation().orElseThrow()
                        : validation(kept, model, workspace, progress);
        Path sample = TrainingSample.of(prepared, inputs, choices, SAMPLE, progress);
        return new Found(prepared.training(), aside, sample);
    }

    private Path validation(boolean ready, Path model, Workspace workspace, Progress progress)
            throws IOException {
        String path = String.valueOf(validation);
        return ready
                ? Path.of(path).toAbsolutePath()
                : new Preparation(List.of(path), data.unsplit(), model, workspace.data())
                        .run(progress)
                        .training();
    }

    /// Whether a run reads the file as it lies there.
    private boolean ready(String input) throws IOException {
        if (input.endsWith(PreparedText.ENDING)) {
            return true;
        }
        if (!data.unsplit().equals(DataChoices.everything())) {
            return false;
        }
        if (!Files.isRegularFile(Path.of(input))) {
            return !Files.exists(Path.of(input)) && input.endsWith(".txt") && !marked(input);
        }
        // a text of any name has always been taken for running text
        boolean plain = TextFiles.kind(Path.of(input)).map(TextFile::isPlainText).orElse(true);
        return plain && Files.size(Path.of(input)) <= MOST_HELD;
    }

    private static boolean marked(String input) {
        return input.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }
}
