package org.clpworkbench.cli;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;

/// What a model is trained and evaluated on. One file of running text is read as it lies there;
/// everything else is prepared first, once.
final class TrainingTexts {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--text",
            arity = "1..*",
            paramLabel = "PATH",
            converter = TextInput.class,
            description = {
                "Training text: files (txt, jsonl, csv, tsv, also as gz or zst; parquet), folders,",
                "patterns, each also of a fetched data set (hf://datasets/OWNER/NAME/PATH); or"
                        + " what",
                "\"data prepare\" made."
            })
    private List<String> inputs = List.of();

    @Option(
            names = "--validation",
            paramLabel = "PATH",
            converter = TextInput.class,
            description = "Text to evaluate on, of the same kinds; never trained on.")
    private @Nullable String validation;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the split into training and validation (default: 0).")
    private long seed;

    @Mixin private DataOptions data;

    boolean given() {
        return !inputs.isEmpty() && (validation != null || data.splits());
    }

    List<String> inputs() {
        return inputs;
    }

    boolean saysUnit() {
        return data.saysUnit();
    }

    /// @throws ParameterException when a text to evaluate on and a share for it are given
    private DataChoices choices() {
        if (validation != null && data.splits()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Choose either --validation or --validation-share, not both.");
        }
        return data.choices(seed);
    }

    /// @throws ParameterException when no text is given
    DataSet dataSet() {
        try {
            return new DataSet(inputs, Optional.ofNullable(validation), choices());
        } catch (IllegalArgumentException nonsense) {
            throw new ParameterException(command.commandLine(), nonsense.getMessage());
        }
    }
}
