package org.clpworkbench.race;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.run.RunState;
import org.clpworkbench.run.TokensSaved;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.training.TrainingSpec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where a run stands.
///
/// @param loss training loss of the last step in nats per token, NaN before the first
/// @param validation last validation loss in nats per token, NaN before the first
/// @param bitsPerByte the same in bits per UTF-8 byte, NaN before the first
/// @param tokensPerSecond NaN before the first step
/// @param parameters of the model, 0 before the start
/// @param why the run failed; empty when it did not
public record RunFigures(
        RunState state,
        int step,
        int steps,
        long tokens,
        double loss,
        double validation,
        double bitsPerByte,
        double tokensPerSecond,
        long parameters,
        List<RunEvent.Evaluated> evaluations,
        Optional<Sentence> why) {

    /// A run that has not begun.
    static RunFigures before(RunState state, TrainingSpec spec) {
        double none = Double.NaN;
        return new RunFigures(
                state, 0, spec.steps(), 0, none, none, none, none, 0, List.of(), Optional.empty());
    }

    /// Why it failed, as the log and the command line say it; empty when it did not.
    public String message() {
        return why.map(Sentence::inEnglish).orElse("");
    }

    /// What is left at the rate of the last step; empty when nothing runs.
    public Optional<Duration> remaining(TrainingSpec spec) {
        if (state != RunState.RUNNING || !(tokensPerSecond > 0)) {
            return Optional.empty();
        }
        double tokensLeft = (double) (steps - step) * spec.batch() * spec.context();
        return Optional.of(Duration.ofMillis((long) (1000 * tokensLeft / tokensPerSecond)));
    }

    /// Share of the baseline's tokens that this run did not need to reach the baseline's last
    /// validation loss; empty when it has not reached it.
    public OptionalDouble saved(RunFigures baseline) {
        if (evaluations.isEmpty() || baseline.evaluations.isEmpty()) {
            return OptionalDouble.empty();
        }
        return TokensSaved.of(evaluations, baseline.evaluations);
    }
}
