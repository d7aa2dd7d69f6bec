package org.clpworkbench.training;

import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Writes a run's checkpoints, and knows when the next one is due.
final class Checkpoints {
    /// A parameter's weight and two moments in float32.
    private static final long PARAMETER_BYTES = 12;

    private final TrainingSpec spec;
    private final Path run;
    private final LanguageModel model;
    private int last;
    private long lastAt = System.nanoTime();

    /// @param last the step of the newest checkpoint; 0 when there is none
    Checkpoints(TrainingSpec spec, Path run, LanguageModel model, int last) {
        this.spec = spec;
        this.run = run;
        this.model = model;
        this.last = last;
    }

    /// The step of the newest one; 0 when there is none.
    int last() {
        return last;
    }

    boolean due(int step) {
        int steps = spec.rhythm().checkpointEvery();
        int minutes = spec.rhythm().checkpointMinutes();
        if (steps > 0 && step % steps == 0) {
            return true;
        }
        return minutes > 0 && System.nanoTime() - lastAt >= TimeUnit.MINUTES.toNanos(minutes);
    }

    /// @return the folder, relative to the run's
    /// @throws IOException that says what is still there and how to go on
    String write(TrainingCheckpoint.State state, AdamW optimizer) throws IOException {
        try {
            var checkpoint =
                    TrainingCheckpoint.write(
                            run, spec.model(), model, optimizer, state, spec.rhythm().kept());
            last = state.step();
            lastAt = System.nanoTime();
            return checkpoint.relativeFolder();
        } catch (IOException failure) {
            Sentence earlier =
                    last > 0
                            ? Sentence.of(Checkpoints.class, "checkpoint.earlier", last)
                            : Sentence.of(Checkpoints.class, "checkpoint.first");
            throw new ToldException(
                    Sentence.of(
                            Checkpoints.class,
                            "checkpoint.unwritten",
                            state.step(),
                            run,
                            Told.reason(failure),
                            earlier,
                            PARAMETER_BYTES * model.parameterCount() / 1_000_000 + 1),
                    failure);
        }
    }
}
