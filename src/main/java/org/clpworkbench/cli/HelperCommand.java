package org.clpworkbench.cli;

import org.clpworkbench.data.DataSet;
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
            description =
                    "Tokens of the vocabulary (default: one for every 200 bytes of text, 1,000 to"
                            + " 16,000).")
    private @Nullable Integer vocabulary;

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

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = {
                "Optimizer steps (default: as many as read the text 16 times, at most 20 tokens",
                "for each parameter)."
            })
    private @Nullable Integer steps;

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
        HelperSpec spec = spec(output).fitted(output.progress());
        tellDocuments(spec, output);
        HelperSize chosen = spec.size();
        int asked = spec.tokenizer().vocabularySize();
        output.say(
                String.format(
                        Locale.ROOT,
                        "%,d layers of width %,d with %,d heads: %,d parameters with %,d tokens",
                        chosen.layers(),
                        chosen.width(),
                        chosen.heads(),
                        spec.parameters(),
                        asked));
        HelperModel made = new HelperJob(spec, Workspace.standard()).run(output.progress());
        if (made.tokens() < asked) {
            output.say(
                    "The texts gave only %,d tokens: no other pair stands in them often enough."
                            .formatted(made.tokens()));
        }
        output.answer(new Answer(made, made.size().heads()), text(made));
    }

    /// What a document is where nobody said so, and there are too few files to keep some back.
    private void tellDocuments(HelperSpec spec, Output output) {
        String documents =
                switch (spec.texts().choices().unit()) {
                    case PAGE -> "pages of about 4 KiB that end with a paragraph or a line";
                    case PARAGRAPH -> "paragraphs";
                    case FILE, LINE -> "";
                };
        if (!texts.saysUnit() && !documents.isEmpty()) {
            output.say(
                    "There are too few texts to keep whole ones back: their documents are %s (--documents for others)."
                            .formatted(documents));
        }
    }

    private HelperSpec spec(Output output) throws IOException {
        DataSet data = texts.dataSet();
        var suited = new SuitedToTexts(data, output);
        int tokens = vocabulary != null ? vocabulary : suited.vocabulary();
        BpeSpec tokenizer = tokenizer(tokens);
        HelperSize chosen = size(tokens);
        int window = training.window();
        int wanted =
                steps != null
                        ? steps
                        : suited.steps(
                                chosen.parameters(tokens, window),
                                tokenizer,
                                (long) training.batch() * window);
        return new HelperSpec(
                data,
                !texts.saysUnit(),
                tokenizer,
                chosen,
                out,
                new HelperSpec.Training(
                        wanted,
                        training.batch(),
                        window,
                        training.optimisation(wanted),
                        training.seed(),
                        training.execution(),
                        training.rhythm(wanted)));
    }

    private BpeSpec tokenizer(int tokens) {
        var usual = BpeSpec.gpt2(tokens);
        return minFrequency == null
                ? usual
                : new BpeSpec(tokens, minFrequency, usual.specialTokens());
    }

    private HelperSize size(int tokens) {
        if (layers == null && width == null) {
            String wanted = size == null ? USUAL_SIZE : size;
            return HelperSize.near(wanted, tokens, training.window());
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
