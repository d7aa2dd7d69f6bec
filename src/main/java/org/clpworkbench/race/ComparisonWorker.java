package org.clpworkbench.race;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.job.Progress;
import org.clpworkbench.job.Worker;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.transfer.TransferTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A {@link MethodComparison} in a process of its own, so that no language model runs where a
/// window is. Its rows arrive through a file that is looked at five times a second.
public final class ComparisonWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonWorker.class);
    private static final long BETWEEN_LOOKS_MS = 200;
    private static final long PATIENCE_SECONDS = 6;

    private final Comparison comparison;
    private final Consumer<ComparisonLine> found;
    private final Path rows;
    private int methods;
    private long read;

    private ComparisonWorker(Comparison comparison, Consumer<ComparisonLine> found, Path rows) {
        this.comparison = comparison;
        this.found = found;
        this.rows = rows;
    }

    /// Compares, and waits for the end on the calling thread.
    ///
    /// @param found is told the entropy of the text, then each method as soon as it is measured
    /// @return how many methods were measured
    /// @throws IOException with the last sentence of the process when it failed
    /// @throws java.util.concurrent.CancellationException when cancelled; the process is ended and
    ///   nothing is left
    public static int run(Comparison comparison, Progress progress, Consumer<ComparisonLine> found)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("clp-compare");
        try {
            Path rows = Files.createFile(folder.resolve("rows.jsonl"));
            Path log = folder.resolve("worker.log");
            Process process =
                    Worker.start(
                            arguments(comparison, rows),
                            log,
                            new Worker.Limits(1, Devices.jarsToLeaveOut()));
            var worker = new ComparisonWorker(comparison, found, rows);
            var withUs = new Thread(process::destroy, "comparison-end");
            Runtime.getRuntime().addShutdownHook(withUs);
            try {
                worker.follow(process, progress);
            } finally {
                end(process);
                forget(withUs);
            }
            if (process.exitValue() != 0) {
                throw new ToldException(
                        Sentence.of(
                                ComparisonWorker.class,
                                "comparison.failed",
                                Worker.lastSentence(log)));
            }
            return worker.methods;
        } finally {
            WholeFiles.delete(folder);
        }
    }

    private static List<String> arguments(Comparison comparison, Path rows) {
        var arguments = new ArrayList<>(List.of("compare-methods", "--rows", rows.toString()));
        arguments.addAll(List.of("--source", comparison.source().toString()));
        arguments.addAll(List.of("--helper", comparison.helper().toString()));
        arguments.addAll(List.of("--validation", comparison.validation().toString()));
        arguments.addAll(List.of("--methods", String.join(",", comparison.methods())));
        arguments.addAll(List.of("--seed", Long.toString(comparison.seed())));
        arguments.addAll(List.of("--tokens", Integer.toString(comparison.tokens())));
        TransferTexts texts = comparison.texts();
        texts.target().ifPresent(file -> arguments.addAll(List.of("--text", file.toString())));
        texts.source()
                .ifPresent(file -> arguments.addAll(List.of("--source-text", file.toString())));
        texts.dictionary()
                .ifPresent(file -> arguments.addAll(List.of("--dictionary", file.toString())));
        return arguments;
    }

    private void follow(Process process, Progress progress)
            throws IOException, InterruptedException {
        tell(progress);
        boolean running = true;
        while (running) {
            running = !process.waitFor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
            look(progress);
            progress.checkCancelled();
        }
    }

    /// Reads the lines that are whole by now.
    private void look(Progress progress) throws IOException {
        try (var file = new RandomAccessFile(rows.toFile(), "r")) {
            byte[] fresh = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            file.readFully(fresh);
            String text = new String(fresh, StandardCharsets.ISO_8859_1);
            int whole = text.lastIndexOf('\n') + 1;
            read += whole;
            for (String line :
                    new String(fresh, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
                ComparisonLine next = ComparisonLine.read(line);
                methods += next instanceof ComparedMethod ? 1 : 0;
                found.accept(next);
                tell(progress);
            }
        }
    }

    private void tell(Progress progress) {
        List<String> all = comparison.methods();
        if (methods < all.size()) {
            progress.stage("Measuring " + all.get(methods));
        }
        progress.update(methods, all.size(), "methods");
    }

    private static void end(Process process) throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("A comparison ends with the program", ending);
        }
    }
}
