package org.clpworkbench.cli;

import org.clpworkbench.data.Preview;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `data preview`: the first documents.
@Command(name = "preview", description = "Shows the first documents with their tokens.")
final class DataPreviewCommand extends DataSubcommand {
    private static final int SHOWN = 50;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "Documents (default: ${DEFAULT-VALUE}).")
    private int count;

    @Override
    void execute(Output output) throws IOException {
        if (count < 1) {
            throw wrongUsage("--count must be at least 1, not " + count + ".");
        }
        var preview = Preview.of(inputs(), choices(), model(), count, output.progress());
        output.answer(preview, text(preview));
    }

    private static String text(Preview preview) {
        var table = new TextTable("file", "row", "becomes", "tokens", "characters", "text");
        for (Preview.Sample sample : preview.samples()) {
            String line = sample.beginning().strip().replaceAll("\\s+", " ");
            int shown =
                    line.offsetByCodePoints(
                            0, Math.min(SHOWN, line.codePointCount(0, line.length())));
            table.row(
                    String.valueOf(Path.of(sample.file()).getFileName()),
                    sample.row(),
                    sample.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    sample.tokens(),
                    sample.characters(),
                    line.substring(0, shown));
        }
        return table.toString();
    }
}
