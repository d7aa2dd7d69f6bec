package org.clpworkbench.cli;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.data.Objective;
import org.clpworkbench.data.Tokens;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.training.Evaluation;
import org.clpworkbench.training.TokenLosses;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// `evaluate`: how well a model predicts a text.
@Command(name = "evaluate", description = "Measures a model's loss on a text.")
final class EvaluateCommand extends Subcommand {
    private static final int BATCH = 8;
    private static final int LONGEST = 1024;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model to evaluate.")
    private Path model;

    @Option(
            names = "--text",
            required = true,
            paramLabel = "FILE",
            converter = TextFileArgument.class,
            description = "Text, UTF-8; named again, each is measured by itself and all together.")
    private List<Path> texts;

    @Option(
            names = "--context",
            paramLabel = "N",
            description = "Tokens a window (default: the model's context, at most 1024).")
    private @Nullable Integer context;

    @Option(
            names = "--stride",
            paramLabel = "N",
            description = {
                "Tokens that the window moves on by (default: all of it); with fewer, every",
                "token is predicted from at least the rest of the window."
            })
    private @Nullable Integer stride;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            converter = ModelFolder.class,
            description = "Model whose tokens are the anchors: they and the others are told apart.")
    private @Nullable Path source;

    @Option(
            names = "--matching",
            defaultValue = "canonical",
            description = "When a token is an anchor: exact, canonical or fuzzy.")
    private Matching matching;

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description = "float32 or bfloat16 (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu, cuda:N or mps (default: ${DEFAULT-VALUE}).")
    private String device;

    private record ClassFigures(long tokens, double loss, double accuracy) {
        static ClassFigures of(TokenLosses losses) {
            return new ClassFigures(losses.tokens(), losses.loss(), losses.accuracy());
        }
    }

    /// @param anchors tokens that the source has too; absent where no source was named
    private record Figures(
            String text,
            long tokens,
            double loss,
            double perplexity,
            double bitsPerByte,
            double accuracy,
            @Nullable ClassFigures anchors,
            @Nullable ClassFigures missing) {
        static Figures of(String text, Evaluation evaluation, boolean classes) {
            return new Figures(
                    text,
                    evaluation.all().tokens(),
                    evaluation.loss(),
                    evaluation.perplexity(),
                    evaluation.bitsPerByte(),
                    evaluation.all().accuracy(),
                    classes ? ClassFigures.of(evaluation.inside()) : null,
                    classes ? ClassFigures.of(evaluation.outside()) : null);
        }
    }

    /// @param texts each by itself
    /// @param all all together
    private record Answer(Path model, int context, int stride, List<Figures> texts, Figures all) {}

    @Override
    void execute(Output output) throws IOException {
        output.progress().stage("Evaluating");
        try (var tokenizer = ModelTokenizer.open(model);
                var measured = LanguageModel.open(model, Devices.parse(device), precision)) {
            int window = context != null ? context : Math.min(LONGEST, measured.context());
            int step = stride != null ? stride : window;
            check(measured, window, step);
            Objective objective = Objective.of(measured.causal(), tokenizer);
            IntPredicate anchor = anchors(tokenizer);
            var figures = new ArrayList<Figures>();
            var evaluations = new ArrayList<Evaluation>();
            for (Path text : texts) {
                Tokens tokens = Corpus.tokens(text, tokenizer, objective.needed(window));
                var windows =
                        measured.causal()
                                ? HeldOutWindows.sliding(tokens, tokenizer, BATCH, window, step)
                                : HeldOutWindows.of(
                                        tokens,
                                        tokenizer,
                                        objective,
                                        BATCH,
                                        window,
                                        tokens.length());
                var evaluation = Evaluation.of(measured, windows, anchor);
                evaluations.add(evaluation);
                figures.add(Figures.of(text.toString(), evaluation, source != null));
                output.progress().update(evaluations.size(), texts.size(), "texts");
            }
            var all = evaluations.stream().reduce(Evaluation::plus).orElseThrow();
            var answer =
                    new Answer(
                            model,
                            window,
                            step,
                            List.copyOf(figures),
                            Figures.of("all", all, source != null));
            output.answer(answer, text(answer));
        }
    }

    private void check(LanguageModel measured, int window, int step) {
        if (window < 1 || window > measured.context()) {
            throw wrongUsage(
                    "--context must lie between 1 and the model's %d, not %d."
                            .formatted(measured.context(), window));
        }
        if (stride != null && !measured.causal()) {
            throw wrongUsage(
                    "--stride is for models that predict what follows; this one fills masked"
                            + " places.");
        }
        if (step < 1 || step > window) {
            throw wrongUsage(
                    "--stride must lie between 1 and the window's %d tokens, not %d."
                            .formatted(window, step));
        }
    }

    private IntPredicate anchors(ModelTokenizer tokenizer) throws IOException {
        if (source == null) {
            return _ -> false;
        }
        try (var sourceTokenizer = ModelTokenizer.open(source)) {
            var overlap =
                    Overlap.of(sourceTokenizer.vocabulary(), tokenizer.vocabulary(), matching);
            return id -> overlap.sourceOf(id).isPresent();
        }
    }

    private static String text(Answer answer) {
        var table =
                new TextTable("text", "tokens", "nats/token", "perplexity", "bits/byte", "top-1");
        for (Figures text : answer.texts()) {
            row(table, text);
        }
        if (answer.texts().size() > 1) {
            row(table, answer.all());
        }
        String classes = classes(answer.all());
        return "Windows of %d tokens, moved on by %d%n%s%s"
                .formatted(answer.context(), answer.stride(), table, classes);
    }

    private static void row(TextTable table, Figures figures) {
        table.row(
                figures.text(),
                figures.tokens(),
                figures.loss(),
                figures.perplexity(),
                figures.bitsPerByte(),
                figures.accuracy());
    }

    private static String classes(Figures all) {
        if (all.anchors() == null || all.missing() == null) {
            return "";
        }
        var table = new TextTable("class", "tokens", "nats/token", "top-1");
        row(table, "anchors", all.anchors());
        row(table, "missing", all.missing());
        return "%n%n%s".formatted(table);
    }

    private static void row(TextTable table, String name, ClassFigures figures) {
        table.row(name, figures.tokens(), figures.loss(), figures.accuracy());
    }
}
