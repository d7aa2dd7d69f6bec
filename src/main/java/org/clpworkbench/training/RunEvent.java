package org.clpworkbench.training;

import org.clpworkbench.problem.Sentence;

import java.time.Instant;
import java.util.Optional;

/// What can happen in a training run, in the order it happened: one line of events.jsonl each. Loss
/// is in nats per token, counts of tokens are since the run's first step.
public sealed interface RunEvent {
    Instant time();

    int step();

    /// The process began (`step` > 0: resumed) on a device ("cpu", "cuda:0").
    ///
    /// @param memory estimated bytes of a step
    /// @param recomputes whether gradient checkpointing is on
    record Started(
            Instant time,
            int step,
            int steps,
            String device,
            long parameters,
            long memory,
            boolean recomputes)
            implements RunEvent {}

    record Step(
            Instant time,
            int step,
            long tokens,
            double loss,
            double learningRate,
            double gradientNorm,
            double tokensPerSecond)
            implements RunEvent {}

    record Evaluated(Instant time, int step, long tokens, double loss, double bitsPerByte)
            implements RunEvent {}

    /// Text that the model wrote at this step.
    ///
    /// @param prompt how the text begins, as it was given to the model; empty where nothing was,
    ///   and in runs of before this was written down
    /// @param text all of it
    record Sample(Instant time, int step, String prompt, String text) implements RunEvent {}

    /// A checkpoint lies whole under `folder`, relative to the run's.
    record Checkpointed(Instant time, int step, String folder) implements RunEvent {}

    record Paused(Instant time, int step) implements RunEvent {}

    /// @param why it failed or was stopped; empty when it is done
    record Ended(Instant time, int step, Outcome outcome, Optional<Sentence> why)
            implements RunEvent {
        /// As the log and the command line say it; empty when it is done.
        public String message() {
            return why.map(Sentence::inEnglish).orElse("");
        }
    }

    enum Outcome {
        DONE,
        STOPPED,
        FAILED
    }
}
