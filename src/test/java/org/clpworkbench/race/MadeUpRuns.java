package org.clpworkbench.race;

import org.clpworkbench.lm.Precision;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/// Run folders written by hand, as a worker would leave them: the loss falls from `start` to
/// `floor` with a time constant of 40 steps.
public final class MadeUpRuns {
    public static final int BATCH = 8;
    public static final int CONTEXT = 256;
    private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");

    private MadeUpRuns() {}

    public static TrainingSpec spec(String name, Path folder, int steps) {
        return spec(name, folder, steps, 42);
    }

    public static TrainingSpec spec(String name, Path folder, int steps, long seed) {
        return new TrainingSpec(
                name,
                folder.resolve("models").resolve(name),
                folder.resolve("train.txt"),
                folder.resolve("valid.txt"),
                steps,
                BATCH,
                CONTEXT,
                TrainingSpec.Optimisation.standard(steps),
                Trainable.ALL,
                seed,
                new Execution(Precision.BFLOAT16, "cpu"),
                TrainingSpec.Rhythm.standard(steps));
    }

    public static RunFolder create(Path workspace, String method, int steps) throws IOException {
        return RunFolder.create(workspace.resolve("runs"), spec(method, workspace, steps), method);
    }

    /// The same run with a seed of its own.
    public static RunFolder create(Path workspace, String method, int steps, long seed)
            throws IOException {
        return RunFolder.create(
                workspace.resolve("runs"), spec(method, workspace, steps, seed), method);
    }

    /// Writes the events up to a step; nobody works on the run afterwards.
    public static RunFolder train(RunFolder run, int until, double start, double floor)
            throws IOException {
        started(run, 0);
        var noise = new Random(7);
        int every = run.spec().rhythm().evaluateEvery();
        evaluated(run, 0, start);
        for (int step = 1; step <= until; step++) {
            double loss = floor + (start - floor) * Math.exp(-step / 40.0);
            step(run, step, loss + 0.15 * noise.nextGaussian());
            if (step % every == 0) {
                evaluated(run, step, loss + 0.05);
            }
        }
        return run;
    }

    public static void started(RunFolder run, int step) throws IOException {
        line(
                run,
                "started",
                step,
                "\"steps\":%d,\"device\":\"cpu\",\"parameters\":16900000"
                        .formatted(run.spec().steps()));
    }

    public static void step(RunFolder run, int step, double loss) throws IOException {
        step(run, step, loss, 3700);
    }

    public static void step(RunFolder run, int step, double loss, double tokensPerSecond)
            throws IOException {
        line(
                run,
                "step",
                step,
                String.format(
                        Locale.ROOT,
                        "\"tokens\":%d,\"loss\":%.4f,\"learningRate\":0.001,"
                                + "\"gradientNorm\":1.0,\"tokensPerSecond\":%.1f",
                        (long) step * BATCH * CONTEXT,
                        loss,
                        tokensPerSecond));
    }

    public static void evaluated(RunFolder run, int step, double loss) throws IOException {
        line(
                run,
                "evaluated",
                step,
                String.format(
                        Locale.ROOT,
                        "\"tokens\":%d,\"loss\":%.4f,\"bitsPerByte\":%.4f",
                        (long) step * BATCH * CONTEXT,
                        loss,
                        loss / 2.7));
    }

    public static void checkpoint(RunFolder run, int step) throws IOException {
        line(run, "checkpoint", step, "\"folder\":\"checkpoints/step-%06d\"".formatted(step));
    }

    /// Its folder too, as far as it is looked at before anything is computed by its model.
    public static void wholeCheckpoint(RunFolder run, int step) throws IOException {
        Path folder = run.path().resolve("checkpoints").resolve("step-%06d".formatted(step));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("trainer.json"),
                "{\"step\": %d, \"tokens\": %d}".formatted(step, step * BATCH * CONTEXT));
        checkpoint(run, step);
    }

    public static void sample(RunFolder run, int step, String text) throws IOException {
        line(run, "sample", step, "\"text\":\"%s\"".formatted(text));
    }

    /// @param text all of it, which begins with the prompt
    public static void sample(RunFolder run, int step, String prompt, String text)
            throws IOException {
        line(run, "sample", step, "\"prompt\":\"%s\",\"text\":\"%s\"".formatted(prompt, text));
    }

    public static void paused(RunFolder run, int step) throws IOException {
        line(run, "paused", step, "\"tokens\":0");
    }

    public static void ended(RunFolder run, int step, String outcome, String message)
            throws IOException {
        line(
                run,
                "ended",
                step,
                "\"outcome\":\"%s\",\"message\":\"%s\"".formatted(outcome, message));
    }

    /// Makes this process the run's owner, so that it counts as running (or waiting).
    public static void own(RunFolder run, boolean working) throws IOException {
        ProcessHandle me = ProcessHandle.current();
        long second = me.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
        Files.writeString(
                run.path().resolve("lock"),
                me.pid() + " " + second + " " + (working ? "working" : "waiting") + "\n");
    }

    private static void line(RunFolder run, String type, int step, String rest) throws IOException {
        Files.writeString(
                run.path().resolve("events.jsonl"),
                "{\"time\":\"%s\",\"type\":\"%s\",\"step\":%d,%s}%n"
                        .formatted(BEGIN.plusSeconds(step), type, step, rest),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
