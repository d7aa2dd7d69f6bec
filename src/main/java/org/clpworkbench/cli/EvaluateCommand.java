package org.clpworkbench.cli;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Evaluation;
import org.clpworkbench.vocab.ModelTokenizer;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `evaluate`: how well a model predicts a text.
@Command(name = "evaluate", description = "Measures a model's loss on a text.")
final class EvaluateCommand extends Subcommand {
    private static final int BATCH = 8;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model to evaluate.")
    private Path model;

    @Option(names = "--text", required = true, paramLabel = "FILE", description = "Text, UTF-8.")
    private Path text;

    @Option(
            names = "--context",
            paramLabel = "N",
            description = "Tokens a window (default: the model's context).")
    private @Nullable Integer context;

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description = "float32 or bfloat16 (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu or cuda:N (default: ${DEFAULT-VALUE}).")
    private String device;

    private record Answer(
            Path model,
            Path text,
            int context,
            long tokens,
            double loss,
            double perplexity,
            double bitsPerByte) {}

    @Override
    void execute(Output output) throws IOException {
        output.progress().stage("Evaluating");
        try (var tokenizer = ModelTokenizer.open(model);
                var decoder = LanguageModel.open(model, Devices.parse(device), precision)) {
            int window = context != null ? context : decoder.context();
            if (window < 1 || window > decoder.context()) {
                throw wrongUsage(
                        "--context must lie between 1 and the model's %d, not %d."
                                .formatted(decoder.context(), window));
            }
            int[] tokens = Corpus.tokens(text, tokenizer, window + 1);
            var windows = HeldOutWindows.of(tokens, tokenizer, BATCH, window, Integer.MAX_VALUE);
            Evaluation result = Evaluation.of(decoder, windows);
            var answer =
                    new Answer(
                            model,
                            text,
                            window,
                            result.tokens(),
                            result.loss(),
                            result.perplexity(),
                            result.bitsPerByte());
            output.answer(answer, text(answer));
        }
    }

    private static String text(Answer answer) {
        return String.format(
                Locale.ROOT,
                "%.4f nats per token (perplexity %.2f), %.4f bits per byte, over %,d tokens in"
                        + " windows of %d",
                answer.loss(),
                answer.perplexity(),
                answer.bitsPerByte(),
                answer.tokens(),
                answer.context());
    }
}
