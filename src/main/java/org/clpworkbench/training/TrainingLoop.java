package org.clpworkbench.training;

import ai.djl.Device;
import ai.djl.engine.EngineException;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.data.Batch;
import org.clpworkbench.data.BatchesAhead;
import org.clpworkbench.data.Corpus;
import org.clpworkbench.data.HeldOutWindows;
import org.clpworkbench.data.Objective;
import org.clpworkbench.data.RandomWindows;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.training.Execution.Checkpointing;
import org.clpworkbench.training.RunEvent.Outcome;
import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Trains one model from a start or a checkpoint to its last step, telling of every step.
public final class TrainingLoop {
    /// A parameter's weight and two moments in float32.
    private static final long CHECKPOINT_BYTES = 12;

    /// What libtorch says on the CPU and on a GPU.
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile("can't allocate memory|allocate memory|out of memory");

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
        Device device = Devices.parse(spec.execution().device());
        long free = Devices.freeMemory(device);
        try (var tokenizer = ModelTokenizer.open(start);
                var model = LanguageModel.open(start, device, spec.execution().precision())) {
            checkContext(model);
            Objective objective = Objective.of(model.causal(), tokenizer);
            RandomWindows training = trainingWindows(tokenizer, objective);
            HeldOutWindows validation = heldOutWindows(tokenizer, objective);
            var samples = new Samples(model, tokenizer, validation);
            try (var session =
                    new Session(model, resumed, training, validation, samples, device, free)) {
                session.go();
            }
        }
    }

    private void checkContext(LanguageModel model) {
        if (spec.context() > model.context()) {
            throw new IllegalArgumentException(
                    "The context of %d tokens is longer than the model's %d; choose at most that."
                            .formatted(spec.context(), model.context()));
        }
    }

    private RandomWindows trainingWindows(ModelTokenizer tokenizer, Objective objective)
            throws IOException {
        int[] tokens = tokens(spec.text(), tokenizer, objective);
        return new RandomWindows(tokens, objective, spec.batch(), spec.context(), spec.seed());
    }

    private HeldOutWindows heldOutWindows(ModelTokenizer tokenizer, Objective objective)
            throws IOException {
        int[] tokens = tokens(spec.validation(), tokenizer, objective);
        int limit = spec.rhythm().evaluationTokens();
        return HeldOutWindows.of(tokens, tokenizer, objective, spec.batch(), spec.context(), limit);
    }

    private int[] tokens(Path text, ModelTokenizer tokenizer, Objective objective)
            throws IOException {
        return Corpus.tokens(text, tokenizer, objective.needed(spec.context()));
    }

    /// The steps themselves, once everything is loaded.
    private final class Session implements AutoCloseable {
        private final LanguageModel model;
        private final HeldOutWindows validation;
        private final Samples samples;
        private final Device device;
        private final long free;
        private final Schedule schedule = new Schedule(spec.optimisation(), spec.steps());
        private final Divergence divergence = new Divergence();
        private final BatchesAhead batches;
        private AdamW optimizer;
        private TrainedPart part;
        private StepPlan plan;
        private int step;
        private long tokens;
        private int saved;
        private long savedAt = System.nanoTime();

        /// Validation loss at this very step; NaN where it was not evaluated.
        private double validationLoss = Double.NaN;

        Session(
                LanguageModel model,
                Optional<TrainingCheckpoint> resumed,
                RandomWindows training,
                HeldOutWindows validation,
                Samples samples,
                Device device,
                long free)
                throws IOException {
            this.model = model;
            this.validation = validation;
            this.samples = samples;
            this.device = device;
            this.free = free;
            step = resumed.map(TrainingCheckpoint::step).orElse(0);
            tokens = resumed.map(TrainingCheckpoint::tokens).orElse(0L);
            saved = step;
            batches = new BatchesAhead(training, step + 1);
            part = spec.trainable().at(step + 1);
            plan = plan();
            optimizer = new AdamW(model, plan);
            if (resumed.isPresent()) {
                resumed.get().restore(optimizer);
            }
        }

        /// The step for what is trained now; with gradient checkpointing where it is asked for, or
        /// where the memory would not do without.
        private StepPlan plan() {
            var plan =
                    new StepPlan(
                            part,
                            Math.ceilDiv(spec.batch(), spec.execution().accumulation()),
                            spec.execution().checkpointing() == Checkpointing.ON,
                            spec.optimisation().weightDecay(),
                            spec.optimisation().decayEmbeddings());
            boolean must =
                    spec.execution().checkpointing() == Checkpointing.AUTO && !advice(plan).fits();
            return must ? plan.recomputing() : plan;
        }

        private MemoryAdvice advice(StepPlan plan) {
            return new MemoryAdvice(model, plan, spec.context(), free);
        }

        void go() throws IOException {
            events.accept(
                    new RunEvent.Started(
                            Instant.now(),
                            step,
                            spec.steps(),
                            Devices.name(device),
                            model.parameterCount(),
                            advice(plan).need().bytes(),
                            plan.recompute()));
            if (step == 0) {
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
            validationLoss = Double.NaN;
            trainWhatIsDue();
            double rate = schedule.rate(step);
            Batch batch = batches.take();
            long begin = System.nanoTime();
            AdamW.Result result = step(batch, rate);
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
            if (divergence.after(result.loss(), result.gradientNorm())) {
                end(Outcome.FAILED, diverged(result));
                return false;
            }
            boolean last = step == spec.steps();
            if (last || step % spec.rhythm().evaluateEvery() == 0) {
                evaluate();
            }
            if (!last && checkpointDue()) {
                checkpoint();
            }
            return true;
        }

        private AdamW.Result step(Batch batch, double rate) {
            try {
                return optimizer.step(batch, rate, spec.optimisation().gradientClip());
            } catch (EngineException failure) {
                String message = String.valueOf(failure.getMessage());
                if (OUT_OF_MEMORY.matcher(message).find()) {
                    throw new IllegalStateException(advice(plan).outOfMemory(), failure);
                }
                throw failure;
            }
        }

        /// From the step on that changes what is trained, a new optimizer goes on with the state of
        /// the old one.
        private void trainWhatIsDue() {
            TrainedPart due = spec.trainable().at(step);
            if (!due.equals(part)) {
                part = due;
                AdamW before = optimizer;
                plan = plan();
                optimizer = new AdamW(model, plan);
                optimizer.take(before);
                before.close();
            }
        }

        private String diverged(AdamW.Result result) {
            boolean number =
                    Double.isFinite(result.loss()) && Double.isFinite(result.gradientNorm());
            return "%s after step %d; %s. Try a lower learning rate than %s."
                    .formatted(
                            number
                                    ? "The loss climbs instead of falling"
                                    : "The loss is no number any more",
                            step,
                            saved > 0
                                    ? "the checkpoint of step " + saved + " is kept"
                                    : "there is no checkpoint yet",
                            spec.optimisation().learningRate());
        }

        private boolean checkpointDue() {
            int steps = spec.rhythm().checkpointEvery();
            int minutes = spec.rhythm().checkpointMinutes();
            if (steps > 0 && step % steps == 0) {
                return true;
            }
            return minutes > 0 && System.nanoTime() - savedAt >= TimeUnit.MINUTES.toNanos(minutes);
        }

        private void evaluate() {
            Evaluation evaluation = Evaluation.of(model, validation);
            validationLoss = evaluation.loss();
            events.accept(
                    new RunEvent.Evaluated(
                            Instant.now(),
                            step,
                            tokens,
                            evaluation.loss(),
                            evaluation.bitsPerByte()));
            events.accept(new RunEvent.Sample(Instant.now(), step, samples.now()));
        }

        private void checkpoint() throws IOException {
            if (saved == step && step > 0) {
                return;
            }
            var state = new TrainingCheckpoint.State(step, tokens, validationLoss);
            var checkpoint = written(state);
            saved = step;
            savedAt = System.nanoTime();
            events.accept(
                    new RunEvent.Checkpointed(Instant.now(), step, checkpoint.relativeFolder()));
        }

        private TrainingCheckpoint written(TrainingCheckpoint.State state) throws IOException {
            try {
                return TrainingCheckpoint.write(
                        run, spec.model(), model, optimizer, state, spec.rhythm().kept());
            } catch (IOException failure) {
                String earlier =
                        saved > 0
                                ? "the one of step " + saved + " is whole"
                                : "there is no earlier one";
                throw new IOException(
                        "The checkpoint of step %d cannot be written under %s: %s (%s). See that the folder is there and has room for about %,d MB, then resume the run."
                                .formatted(
                                        state.step(),
                                        run,
                                        failure.getMessage(),
                                        earlier,
                                        CHECKPOINT_BYTES * model.parameterCount() / 1_000_000 + 1),
                        failure);
            }
        }

        private void end(Outcome outcome, String message) {
            events.accept(new RunEvent.Ended(Instant.now(), step, outcome, message));
        }

        @Override
        public void close() {
            optimizer.close();
        }
    }
}
