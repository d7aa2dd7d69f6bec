package org.clpworkbench.training;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Batch;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.training.RunEvent.Outcome;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Trains one model from a start or a checkpoint to its last step, telling of every step.
public final class TrainingLoop {
    private final TrainingSpec spec;
    private final Path run;
    private final Consumer<RunEvent> events;
    private final Supplier<RunRequest> requests;

    /// @param run folder that the checkpoints are written under
    /// @param requests asked before every step
    public TrainingLoop(
            TrainingSpec spec, Path run, Consumer<RunEvent> events, Supplier<RunRequest> requests) {
        this.spec = spec;
        this.run = run;
        this.events = events;
        this.requests = requests;
    }

    /// Runs from the newest checkpoint of the run folder, or from the start when there is none. The
    /// last event is {@link RunEvent.Paused} or {@link RunEvent.Ended}, unless an exception is
    /// thrown.
    public void run() throws IOException {
        try (var loaded = LoadedRun.open(spec, run)) {
            run(loaded, Devices.computesBeside(loaded.device()));
        }
    }

    /// @param ahead whether a step is given to the device before the figures of the last one are
    ///   waited for
    void run(LoadedRun loaded, boolean ahead) throws IOException {
        new Steps(loaded, ahead).go();
    }

    /// The steps themselves. A GPU computes one while the host prepares the next: a step's figures
    /// are waited for only when the one after it has been given, or something is due that needs
    /// them.
    private final class Steps {
        private final LoadedRun loaded;
        private final StepRunner runner;
        private final boolean ahead;
        private final Divergence divergence = new Divergence();
        private Optional<Untold> untold = Optional.empty();
        private int step;
        private long tokens;
        private long toldAt;

        /// Validation loss at this very step; NaN where it was not evaluated.
        private double validationLoss = Double.NaN;

        /// A step whose figures have not been waited for.
        private record Untold(int step, long tokens, Batch batch, long begin, GivenStep given) {}

        Steps(LoadedRun loaded, boolean ahead) {
            this.loaded = loaded;
            this.ahead = ahead;
            runner = loaded.runner();
            step = loaded.from().step();
            tokens = loaded.from().tokens();
        }

        void go() throws IOException {
            events.accept(
                    new RunEvent.Started(
                            Instant.now(),
                            step,
                            spec.steps(),
                            Devices.name(loaded.device()),
                            loaded.model().parameterCount(),
                            runner.memory(),
                            runner.recomputes()));
            if (step == 0) {
                evaluate();
            }
            RunRequest request = requests.get();
            while (step < spec.steps() && request == RunRequest.NONE) {
                if (!advance()) {
                    return;
                }
                request = requests.get();
            }
            if (tell()) {
                checkpoint();
                leave(step < spec.steps() ? request : RunRequest.NONE);
            }
        }

        private void leave(RunRequest request) {
            switch (request) {
                case PAUSE -> events.accept(new RunEvent.Paused(Instant.now(), step));
                case STOP ->
                        end(
                                step,
                                Outcome.STOPPED,
                                Optional.of(Sentence.of(TrainingLoop.class, "stopped", step)));
                case NONE -> end(step, Outcome.DONE, Optional.empty());
            }
        }

        /// One step with what is due after it; false when the run has diverged.
        private boolean advance() throws IOException {
            step++;
            validationLoss = Double.NaN;
            Batch batch = loaded.batches().take();
            tokens += batch.tokens();
            long begin = System.nanoTime();
            var given = new Untold(step, tokens, batch, begin, runner.give(step, batch));
            boolean good = tell();
            untold = Optional.of(given);
            boolean last = step == spec.steps();
            boolean evaluation = last || step % spec.rhythm().evaluateEvery() == 0;
            boolean checkpoint = !last && loaded.checkpoints().due(step);
            if (!ahead || evaluation || checkpoint) {
                good = good && tell();
            }
            if (good && evaluation) {
                evaluate();
            }
            if (good && checkpoint) {
                checkpoint();
            }
            return good;
        }

        /// Waits for the figures of the step that was given and tells of them; false when the run
        /// has diverged.
        private boolean tell() {
            if (untold.isEmpty()) {
                return true;
            }
            Untold due = untold.get();
            untold = Optional.empty();
            GivenStep.Result result = runner.await(due.given());
            double seconds = (System.nanoTime() - Math.max(due.begin(), toldAt)) / 1e9;
            toldAt = System.nanoTime();
            events.accept(
                    new RunEvent.Step(
                            Instant.now(),
                            due.step(),
                            due.tokens(),
                            result.loss(),
                            runner.rate(due.step()),
                            result.gradientNorm(),
                            due.batch().tokens() / seconds));
            boolean diverged = divergence.after(result.loss(), result.gradientNorm());
            if (diverged) {
                end(due.step(), Outcome.FAILED, Optional.of(diverged(due.step(), result)));
            }
            return !diverged;
        }

        private Sentence diverged(int step, GivenStep.Result result) {
            boolean number =
                    Double.isFinite(result.loss()) && Double.isFinite(result.gradientNorm());
            int saved = loaded.checkpoints().last();
            Sentence kept =
                    saved > 0
                            ? Sentence.of(TrainingLoop.class, "diverged.kept", saved)
                            : Sentence.of(TrainingLoop.class, "diverged.unsaved");
            return Sentence.of(
                    TrainingLoop.class,
                    number ? "diverged.climbs" : "diverged.number",
                    step,
                    kept,
                    spec.optimisation().learningRate());
        }

        private void evaluate() {
            Evaluation evaluation = Evaluation.of(loaded.model(), loaded.validation());
            validationLoss = evaluation.loss();
            events.accept(
                    new RunEvent.Evaluated(
                            Instant.now(),
                            step,
                            tokens,
                            evaluation.loss(),
                            evaluation.bitsPerByte()));
            events.accept(loaded.samples().at(step));
        }

        /// Unless the newest one is of this very step.
        private void checkpoint() throws IOException {
            if (step > loaded.checkpoints().last()) {
                var state = new TrainingCheckpoint.State(step, tokens, validationLoss);
                String folder = loaded.checkpoints().write(state, runner.optimizer());
                events.accept(new RunEvent.Checkpointed(Instant.now(), step, folder));
            }
        }

        private void end(int step, Outcome outcome, Optional<Sentence> why) {
            events.accept(new RunEvent.Ended(Instant.now(), step, outcome, why));
        }
    }
}
