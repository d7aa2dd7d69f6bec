package org.clpworkbench.run;

import org.clpworkbench.training.Execution;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.Trainable;
import org.clpworkbench.training.TrainingSpec;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The command that trains a run's start anew as the run was trained: `clp-workbench train` with
/// all that is not its default. Context and precision always stand there, as their defaults hang on
/// the model and the machine.
///
/// @param words the program and its arguments
/// @param whole whether `train` has an option for everything that is not as usual
public record TrainCommandLine(List<String> words, boolean whole) {
    private static final int BATCH = 8;

    public static TrainCommandLine of(TrainingSpec spec) {
        var line = new Line();
        line.option("--model", spec.model());
        line.option("--text", spec.text());
        line.option("--validation", spec.validation());
        line.option("--steps", spec.steps());
        line.unless(spec.batch() == BATCH, "--batch", spec.batch());
        line.option("--context", spec.context());
        Optimisation usual = Optimisation.standard(spec.steps());
        Optimisation asked = spec.optimisation();
        line.unless(asked.learningRate() == usual.learningRate(), "--lr", asked.learningRate());
        line.unless(
                asked.weightDecay() == usual.weightDecay(), "--weight-decay", asked.weightDecay());
        if (!asked.decayEmbeddings()) {
            line.words.add("--no-embedding-decay");
        }
        line.unless(spec.trainable().equals(Trainable.ALL), "--trainable", spec.trainable());
        line.unless(spec.seed() == 0, "--seed", spec.seed());
        execution(spec.execution(), line);
        rhythm(spec.rhythm(), Rhythm.standard(spec.steps()), line);
        boolean whole =
                asked.warmupSteps() == usual.warmupSteps()
                        && asked.finalShare() == usual.finalShare()
                        && asked.gradientClip() == usual.gradientClip()
                        && spec.rhythm().evaluationTokens()
                                == Rhythm.standard(spec.steps()).evaluationTokens();
        return new TrainCommandLine(List.copyOf(line.words), whole);
    }

    private static void execution(Execution asked, Line line) {
        line.option("--precision", asked.precision().name().toLowerCase(Locale.ROOT));
        line.unless(asked.device().equals("auto"), "--device", asked.device());
        line.unless(asked.accumulation() == 1, "--accumulate", asked.accumulation());
        line.unless(
                asked.checkpointing() == Checkpointing.AUTO,
                "--gradient-checkpointing",
                asked.checkpointing().name().toLowerCase(Locale.ROOT));
    }

    private static void rhythm(Rhythm asked, Rhythm usual, Line line) {
        line.unless(
                asked.evaluateEvery() == usual.evaluateEvery(),
                "--evaluate-every",
                asked.evaluateEvery());
        line.unless(
                asked.checkpointEvery() == usual.checkpointEvery(),
                "--checkpoint-every",
                asked.checkpointEvery());
        line.unless(
                asked.checkpointMinutes() == usual.checkpointMinutes(),
                "--checkpoint-minutes",
                asked.checkpointMinutes());
        line.unless(asked.kept() == usual.kept(), "--keep", asked.kept());
    }

    /// As it is typed into a shell.
    public String text() {
        return words.stream().map(TrainCommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (word.matches("[\\p{L}\\p{N}_@%+=:,./\\\\-]+") && !unixBackslash(word)) {
            return word;
        }
        return File.separatorChar == '\\'
                ? '"' + word + '"'
                : "'" + word.replace("'", "'\\''") + "'";
    }

    /// A shell on Unix would take the backslash away.
    private static boolean unixBackslash(String word) {
        return File.separatorChar == '/' && word.contains("\\");
    }

    private static final class Line {
        private final List<String> words = new ArrayList<>(List.of("clp-workbench", "train"));

        void option(String name, Object value) {
            words.add(name);
            words.add(value.toString());
        }

        void unless(boolean usual, String name, Object value) {
            if (!usual) {
                option(name, value);
            }
        }
    }
}
