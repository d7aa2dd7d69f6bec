package org.clpworkbench.run.export;

import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.table.Csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs as one table of comma-separated values (RFC 4180, in UTF-8, with a header); a field that is
/// not known is empty.
final class RunTable {
    private static final List<String> HEADER =
            List.of(
                    "run",
                    "step",
                    "tokens",
                    "seconds",
                    "training_loss",
                    "validation_loss",
                    "bits_per_byte",
                    "learning_rate",
                    "gradient_norm",
                    "tokens_per_second");

    private RunTable() {}

    static void write(List<RunFolder> runs, OutputStream out, Progress progress)
            throws IOException {
        out.write(Csv.line(HEADER).getBytes(StandardCharsets.UTF_8));
        int done = 0;
        for (RunFolder run : runs) {
            progress.checkCancelled();
            String name = RunExport.name(run);
            for (RunPoint point : RunPoint.of(run.events())) {
                out.write(row(name, point).getBytes(StandardCharsets.UTF_8));
            }
            progress.update(++done, runs.size(), "runs");
        }
    }

    private static String row(String name, RunPoint point) {
        return Csv.line(
                List.of(
                        name,
                        Long.toString(point.step()),
                        Long.toString(point.tokens()),
                        number(point.seconds()),
                        number(point.trainingLoss()),
                        number(point.validationLoss()),
                        number(point.bitsPerByte()),
                        number(point.learningRate()),
                        number(point.gradientNorm()),
                        number(point.tokensPerSecond())));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
