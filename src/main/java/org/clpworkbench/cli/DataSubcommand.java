package org.clpworkbench.cli;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.Preparation;
import org.clpworkbench.data.PreparedText;
import org.clpworkbench.settings.Workspace;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the commands of `data` share.
abstract class DataSubcommand extends Subcommand {
    @Option(
            names = "--text",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            converter = TextInput.class,
            description = {
                "Files (txt, jsonl, csv, tsv, also as gz or zst; parquet), folders, patterns, each",
                "also of a fetched data set (hf://datasets/OWNER/NAME/PATH)."
            })
    private List<String> inputs;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model whose tokenizer cuts the text.")
    private Path model;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the split (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin private DataOptions data;

    List<String> inputs() {
        return inputs;
    }

    Path model() {
        return model;
    }

    DataChoices choices() {
        return data.choices(seed);
    }

    PreparedText prepared(Output output) throws IOException {
        return new Preparation(inputs, choices(), model, Workspace.standard().data())
                .run(output.progress());
    }
}
