package org.clpworkbench.training;

import ai.djl.engine.EngineException;

import org.clpworkbench.data.Batch;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.clpworkbench.problem.ToldArgumentException;
import org.clpworkbench.training.Execution.Checkpointing;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes a run's optimizer steps, each with the optimizer of the part of the model that is trained
/// then, and as the memory allows.
final class StepRunner implements AutoCloseable {
    /// What libtorch says on the CPU and on a GPU.
    private static final Pattern OUT_OF_MEMORY =
            Pattern.compile("can't allocate memory|allocate memory|out of memory");

    private final TrainingSpec spec;
    private final Trainable trainable;
    private final LanguageModel model;
    private final long free;
    private final Schedule schedule;
    private TrainedPart part;
    private StepPlan plan;
    private AdamW optimizer;

    /// @param trainable the spec's, with the rows that are new in this model
    /// @param free bytes of the device's memory that were free before the model was loaded
    /// @param first the step that is made first
    StepRunner(TrainingSpec spec, Trainable trainable, LanguageModel model, long free, int first) {
        this.spec = spec;
        this.trainable = trainable;
        this.model = model;
        this.free = free;
        schedule = new Schedule(spec.optimisation(), spec.steps());
        part = trainable.at(first);
        plan = plan(part);
        optimizer = new AdamW(model, plan);
    }

    /// With gradient checkpointing where it is asked for, or where the memory would not do without.
    private StepPlan plan(TrainedPart trained) {
        Execution execution = spec.execution();
        var whole =
                new StepPlan(
                        trained,
                        Math.ceilDiv(spec.batch(), execution.accumulation()),
                        execution.checkpointing() == Checkpointing.ON,
                        spec.optimisation().weightDecay(),
                        spec.optimisation().decayEmbeddings());
        boolean must = execution.checkpointing() == Checkpointing.AUTO && !advice(whole).fits();
        return must ? whole.recomputing() : whole;
    }

    private MemoryAdvice advice(StepPlan plan) {
        return new MemoryAdvice(model, plan, spec.context(), free);
    }

    /// Bytes that a step takes at its peak, estimated.
    long memory() {
        return advice(plan).need().bytes();
    }

    /// Whether the insides of layers are computed again on the way back.
    boolean recomputes() {
        return plan.recompute();
    }

    AdamW optimizer() {
        return optimizer;
    }

    double rate(int step) {
        return schedule.rate(step);
    }

    /// Gives a step to the device.
    ///
    /// @throws IllegalStateException with advice when the memory did not do
    GivenStep give(int step, Batch batch) {
        trainWhatIsDue(step);
        return advising(
                () -> optimizer.step(batch, rate(step), spec.optimisation().gradientClip()));
    }

    /// Waits for a step's figures; a GPU may say only now that its memory did not do.
    GivenStep.Result await(GivenStep given) {
        return advising(given::await);
    }

    /// From the step on that changes what is trained, a new optimizer goes on with the state of the
    /// old one.
    private void trainWhatIsDue(int step) {
        TrainedPart due = trainable.at(step);
        if (!due.equals(part)) {
            part = due;
            plan = plan(part);
            AdamW before = optimizer;
            optimizer = new AdamW(model, plan);
            optimizer.take(before);
            before.close();
        }
    }

    private <T> T advising(Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException failure) {
            if (OUT_OF_MEMORY.matcher(String.valueOf(failure.getMessage())).find()) {
                throw new ToldArgumentException(advice(plan).outOfMemory(), failure);
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        optimizer.close();
    }
}
