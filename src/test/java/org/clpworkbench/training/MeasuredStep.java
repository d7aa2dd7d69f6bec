package org.clpworkbench.training;

import org.clpworkbench.PeakMemory;
import org.clpworkbench.lm.Precision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The time and the memory of a training step, measured in a process of its own as a worker is one.
///
/// @param seconds of the quickest step
/// @param peakBytes the process's greatest resident memory
record MeasuredStep(double seconds, long peakBytes) {
    static MeasuredStep of(Path model, int batch, int context, Precision precision, int steps)
            throws IOException, InterruptedException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmn240m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        MeasuredStep.class.getName(),
                        model.toString(),
                        "" + batch,
                        "" + context,
                        precision.name(),
                        "" + steps);
        Process child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) {
            throw new IOException("The measured process ended with " + child.exitValue());
        }
        String[] figures = said.lines().toList().getLast().split(" ");
        return new MeasuredStep(Double.parseDouble(figures[0]), Long.parseLong(figures[1]));
    }

    /// Prints seconds and bytes of a model folder, a batch, a context, a precision and a number of
    /// steps.
    public static void main(String[] args) throws IOException {
        var execution = new Execution(Precision.valueOf(args[3]), "cpu");
        int batch = Integer.parseInt(args[1]);
        int context = Integer.parseInt(args[2]);
        double seconds =
                StepTime.measure(
                        Path.of(args[0]), batch, context, execution, Integer.parseInt(args[4]));
        long bytes = PeakMemory.of(ProcessHandle.current().pid());
        System.out.printf(Locale.ROOT, "%s %d%n", seconds, bytes);
    }
}
