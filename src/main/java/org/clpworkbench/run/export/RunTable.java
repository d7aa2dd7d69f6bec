package org.clpworkbench.run.export;

import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Runs as one table of comma-separated values (RFC 4180, in UTF-8, with a header); a field that is
/// not known is empty.
final class RunTable {
    private static final String HEADER =
            "run,step,tokens,seconds,training_loss,validation_loss,bits_per_byte,learning_rate,"
                    + "gradient_norm,tokens_per_second\n";

    private RunTable() {}

    static void write(List<RunFolder> runs, OutputStream out, Progress progress)
            throws IOException {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        int done = 0;
        for (RunFolder run : runs) {
            progress.checkCancelled();
            String name = quoted(RunExport.name(run));
            for (RunPoint point : RunPoint.of(run.events())) {
                out.write(row(name, point).getBytes(StandardCharsets.UTF_8));
            }
            progress.update(++done, runs.size(), "runs");
        }
    }

    private static String row(String name, RunPoint point) {
        return DoubleStream.of(
                        point.seconds(),
                        point.trainingLoss(),
                        point.validationLoss(),
                        point.bitsPerByte(),
                        point.learningRate(),
                        point.gradientNorm(),
                        point.tokensPerSecond())
                .mapToObj(RunTable::number)
                .collect(
                        Collectors.joining(
                                ",", name + "," + point.step() + "," + point.tokens() + ",", "\n"));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
