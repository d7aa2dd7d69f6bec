package org.clpworkbench.cli;

import org.clpworkbench.helper.HelperJob;
import org.clpworkbench.helper.HelperModel;
import org.clpworkbench.helper.HelperSize;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `helper`: a helper model for a language that has none, from text alone.
@Command(
        name = "helper",
        description = "Makes a helper model from text alone: a tokenizer and a small GPT-2.")
final class HelperCommand extends Subcommand {
    private static final String USUAL_SIZE = "5M";

    @Mixin private TrainingTexts texts;

    @Option(
            names = "--vocab",
            paramLabel = "N",
            defaultValue = "16000",
            description = "Tokens of the vocabulary (default: ${DEFAULT-VALUE}).")
    private int vocabulary;

    @Option(
            names = "--min-frequency",
            paramLabel = "N",
            description =
                    "How often a pair must stand in the texts to become a token (default: 2).")
    private @Nullable Long minFrequency;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description =
                    "Parameters of the model in millions, 5M, 20M, 100M or others (default: 5M).")
    private @Nullable String size;

    @Option(names = "--layers", paramLabel = "N", description = "Layers, with --width.")
    private @Nullable Integer layers;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Numbers a token, a multiple of 32; instead of --size, with --layers.")
    private @Nullable Integer width;

    @Option(names = "--steps", paramLabel = "N", required = true, description = "Optimizer steps.")
    private int steps;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder that gets the model.")
    private Path out;

    @Mixin private TrainingOptions training;

    private record Answer(HelperModel helper, int heads) {}

    @Override
    void execute(Output output) throws IOException, InterruptedException {
        if (!training.trainable().equals(Trainable.ALL)) {
            throw wrongUsage("All of a new model is trained; leave --trainable out.");
        }
        if (texts.inputs().isEmpty()) {
            throw wrongUsage("Name at least one text in the language with --text.");
        }
        HelperSpec spec = spec();
        HelperSize chosen = spec.size();
        output.say(
                String.format(
                        Locale.ROOT,
                        "%,d layers of width %,d with %,d heads: %,d parameters with %,d tokens",
                        chosen.layers(),
                        chosen.width(),
                        chosen.heads(),
                        chosen.parameters(vocabulary, spec.training().context()),
                        vocabulary));
        HelperModel made = new HelperJob(spec, Workspace.standard()).run(output.progress());
        if (made.tokens() < vocabulary) {
            output.say(
                    "The texts gave only %,d tokens: no other pair stands in them often enough."
                            .formatted(made.tokens()));
        }
        output.answer(new Answer(made, made.size().heads()), text(made));
    }

    private HelperSpec spec() {
        var tokenizer = BpeSpec.gpt2(vocabulary);
        if (minFrequency != null) {
            tokenizer = new BpeSpec(vocabulary, minFrequency, tokenizer.specialTokens());
        }
        return new HelperSpec(
                texts.dataSet(),
                !texts.saysUnit(),
                tokenizer,
                size(),
                out,
                new HelperSpec.Training(
                        steps,
                        training.batch(),
                        training.window(),
                        training.optimisation(steps),
                        training.seed(),
                        training.execution(),
                        training.rhythm(steps)));
    }

    private HelperSize size() {
        if (layers == null && width == null) {
            String wanted = size == null ? USUAL_SIZE : size;
            return HelperSize.near(wanted, vocabulary, training.window());
        }
        if (layers == null || width == null || size != null) {
            throw wrongUsage("Give either --size, or --layers and --width together.");
        }
        return new HelperSize(layers, width);
    }

    private static String text(HelperModel made) {
        return String.format(
                Locale.ROOT,
                """
                Helper model: %s
                %,d parameters (%d layers of width %d), %,d tokens from %,d merges.
                Taken after step %d: validation loss %.4f nats per token, %.4f bits per byte.
                Run: %s
                """,
                made.folder(),
                made.parameters(),
                made.size().layers(),
                made.size().width(),
                made.tokens(),
                made.merges(),
                made.step(),
                made.validationLoss(),
                made.bitsPerByte(),
                made.run());
    }
}
