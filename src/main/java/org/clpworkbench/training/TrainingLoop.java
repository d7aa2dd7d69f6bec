package org.clpworkbench.training;

import ai.djl.Device;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Batch;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.data.RandomWindows;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.vocab.ModelTokenizer;

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
        Optional<TrainingCheckpoint> resumed = TrainingCheckpoint.latest(run);
        Path start = resumed.map(TrainingCheckpoint::folder).orElse(spec.model());
        Device device = Devices.parse(spec.device());
        try (var tokenizer = ModelTokenizer.open(start);
                var model = LanguageModel.open(start, device, spec.precision())) {
            checkContext(model);
            RandomWindows training = trainingWindows(tokenizer);
            HeldOutWindows validation = heldOutWindows(tokenizer);
            var optimizer = new AdamW(model);
            if (resumed.isPresent()) {
                resumed.get().restore(optimizer);
            }
            new Session(model, optimizer, training, validation, device)
                    .go(
                            resumed.map(TrainingCheckpoint::step).orElse(0),
                            resumed.map(TrainingCheckpoint::tokens).orElse(0L));
        }
    }

    private void checkContext(LanguageModel model) {
        if (spec.context() > model.context()) {
            throw new IllegalArgumentException(
                    "The context of %d tokens is longer than the model's %d; choose at most that."
                            .formatted(spec.context(), model.context()));
        }
    }

    private RandomWindows trainingWindows(ModelTokenizer tokenizer) throws IOException {
        int[] tokens = Corpus.tokens(spec.text(), tokenizer, spec.context() + 1);
        return new RandomWindows(tokens, spec.batch(), spec.context(), spec.seed());
    }

    private HeldOutWindows heldOutWindows(ModelTokenizer tokenizer) throws IOException {
        int[] tokens = Corpus.tokens(spec.validation(), tokenizer, spec.context() + 1);
        return HeldOutWindows.of(
                tokens, tokenizer, spec.batch(), spec.context(), spec.rhythm().evaluationTokens());
    }

    /// The steps themselves, once everything is loaded.
    private final class Session {
        private final LanguageModel model;
        private final AdamW optimizer;
        private final RandomWindows training;
        private final HeldOutWindows validation;
        private final Device device;
        private final Schedule schedule = new Schedule(spec.optimisation(), spec.steps());
        private int step;
        private long tokens;
        private int saved = -1;

        Session(
                LanguageModel model,
                AdamW optimizer,
                RandomWindows training,
                HeldOutWindows validation,
                Device device) {
            this.model = model;
            this.optimizer = optimizer;
            this.training = training;
            this.validation = validation;
            this.device = device;
        }

        void go(int from, long tokensBefore) throws IOException {
            step = from;
            tokens = tokensBefore;
            saved = from;
            events.accept(
                    new RunEvent.Started(
                            Instant.now(),
                            from,
                            spec.steps(),
                            Devices.name(device),
                            model.parameterCount()));
            if (from == 0) {
                evaluate();
            }
            while (step < spec.steps()) {
                switch (requests.get()) {
                    case PAUSE -> {
                        checkpoint();
                        events.accept(new RunEvent.Paused(Instant.now(), step));
                        return;
                    }
                    case STOP -> {
                        checkpoint();
                        end(Outcome.STOPPED, "Stopped after step " + step + ".");
                        return;
                    }
                    case NONE -> {
                        if (!advance()) {
                            return;
                        }
                    }
                }
            }
            checkpoint();
            end(Outcome.DONE, "");
        }

        /// One step with what is due after it; false when the run has diverged.
        private boolean advance() throws IOException {
            step++;
            double rate = schedule.rate(step);
            Batch batch = training.batch(step);
            long begin = System.nanoTime();
            AdamW.Result result = optimizer.step(batch, rate, spec.optimisation());
            double seconds = (System.nanoTime() - begin) / 1e9;
            tokens += batch.tokens();
            events.accept(
                    new RunEvent.Step(
                            Instant.now(),
                            step,
                            tokens,
                            result.loss(),
                            rate,
                            result.gradientNorm(),
                            batch.tokens() / seconds));
            if (!Double.isFinite(result.loss()) || !Double.isFinite(result.gradientNorm())) {
                end(
                        Outcome.FAILED,
                        "The loss is no number any more after step %d; the last checkpoint is kept. Try a lower learning rate than %s."
                                .formatted(step, spec.optimisation().learningRate()));
                return false;
            }
            var rhythm = spec.rhythm();
            boolean last = step == spec.steps();
            if (last || step % rhythm.evaluateEvery() == 0) {
                evaluate();
            }
            if (!last && rhythm.checkpointEvery() > 0 && step % rhythm.checkpointEvery() == 0) {
                checkpoint();
            }
            return true;
        }

        private void evaluate() {
            Evaluation evaluation = Evaluation.of(model, validation);
            events.accept(
                    new RunEvent.Evaluated(
                            Instant.now(),
                            step,
                            tokens,
                            evaluation.loss(),
                            evaluation.bitsPerByte()));
        }

        private void checkpoint() throws IOException {
            if (saved == step && step > 0) {
                return;
            }
            var checkpoint =
                    TrainingCheckpoint.write(run, spec.model(), model, optimizer, step, tokens);
            saved = step;
            events.accept(
                    new RunEvent.Checkpointed(Instant.now(), step, checkpoint.relativeFolder()));
        }

        private void end(Outcome outcome, String message) {
            events.accept(new RunEvent.Ended(Instant.now(), step, outcome, message));
        }
    }
}
