package org.clpworkbench.cli;

import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.race.Comparison;
import org.clpworkbench.race.ComparisonLine;
import org.clpworkbench.race.ComparisonTable;
import org.clpworkbench.race.MethodComparison;
import org.clpworkbench.race.TextEntropy;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.transfer.TransferTexts;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/// `compare-methods`: what each method gives before any training.
@Command(
        name = "compare-methods",
        description = "Transfers by every method and measures each before any training.")
final class CompareMethodsCommand extends Subcommand {
    @Mixin private ModelPairOptions models;

    @Option(
            names = "--validation",
            required = true,
            paramLabel = "FILE",
            converter = TextFileArgument.class,
            description = "Text in the target language to measure losses on, UTF-8.")
    private Path validation;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description = "Only these, separated by commas (default: all that the texts allow).")
    private @Nullable List<String> methods;

    @Mixin private TextOptions texts;

    @Option(
            names = "--seed",
            defaultValue = "0",
            paramLabel = "N",
            description = "Seed of what is drawn at random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--tokens",
            defaultValue = "" + Comparison.USUAL_TOKENS,
            paramLabel = "N",
            description = "Validation tokens at most (default: ${DEFAULT-VALUE}).")
    private int tokens;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table there as well.")
    private @Nullable Path csv;

    @Option(
            names = "--rows",
            hidden = true,
            paramLabel = "FILE",
            description = "Append the text's entropy and each method there, a JSON line each.")
    private @Nullable Path rows;

    private record Answer(
            Path source,
            Path helper,
            Path validation,
            TextEntropy text,
            List<ComparedMethod> methods) {}

    @Override
    void execute(Output output) throws IOException {
        TransferTexts given = texts.texts();
        List<String> chosen = methods == null ? Comparison.possible(given) : methods;
        Comparison comparison;
        try {
            comparison =
                    new Comparison(
                            models.source(),
                            models.helper(),
                            validation,
                            given,
                            chosen,
                            seed,
                            tokens);
        } catch (IllegalArgumentException wrong) {
            throw wrongUsage(String.valueOf(wrong.getMessage()));
        }
        TextEntropy text = MethodComparison.entropy(comparison);
        append(text);
        List<ComparedMethod> compared =
                MethodComparison.run(
                        comparison,
                        output.progress(),
                        one -> {
                            append(one);
                            output.say(one.method() + ": " + loss(one));
                        });
        if (csv != null) {
            WholeFiles.write(csv, ComparisonTable.csv(compared).getBytes(StandardCharsets.UTF_8));
        }
        output.answer(
                new Answer(models.source(), models.helper(), validation, text, compared),
                table(compared, text));
    }

    private void append(ComparisonLine line) {
        if (rows == null) {
            return;
        }
        try {
            Files.writeString(
                    rows, line.json() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot append a row to " + rows + ".", problem);
        }
    }

    private static String loss(ComparedMethod one) {
        Double loss = one.loss();
        return loss == null
                ? "its loss cannot be measured, the program does not run such models"
                : String.format(Locale.ROOT, "%.3f nats per token", loss);
    }

    private static String table(List<ComparedMethod> compared, TextEntropy text) {
        var table =
                new TextTable(
                        "method",
                        "loss",
                        "bits/byte",
                        "agreement@10",
                        "collapse",
                        "directions",
                        "anchors/row",
                        "largest row",
                        "seconds");
        for (ComparedMethod one : compared) {
            Double loss = one.loss();
            Double bits = one.bitsPerByte();
            table.row(
                    one.method(),
                    loss == null ? "–" : loss,
                    bits == null ? "–" : bits,
                    one.agreement(),
                    one.collapse(),
                    decimal(one.rank()),
                    decimal(one.effectiveAnchors()),
                    decimal(one.largestNormRatio()),
                    decimal(one.seconds()));
        }
        return "%s%n%nKnowing nothing: %.3f (every token alike), %.3f (tokens by frequency)"
                .formatted(table, text.uniform(), text.unigram());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
