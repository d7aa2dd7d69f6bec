package org.clpworkbench.helper;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.race.FollowRun;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.TrainingCheckpoint;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Waits until a helper's run ends and writes the model. Cancelled, it asks the run to stop and
/// leaves no model, unless the program is about to leave the run on its own.
public final class HelperCompletion implements Job<HelperModel> {
    private final HelperDraft draft;
    private final BooleanSupplier starting;
    private final BooleanSupplier leaving;

    /// Of a run that another program has begun.
    ///
    /// @param leaving whether the window is closing: cancelled then, the run goes on without it
    public HelperCompletion(HelperDraft draft, BooleanSupplier leaving) {
        this(draft, () -> false, leaving);
    }

    /// @param starting whether a worker has just been started that may not have taken the run yet
    HelperCompletion(HelperDraft draft, BooleanSupplier starting, BooleanSupplier leaving) {
        this.draft = draft;
        this.starting = starting;
        this.leaving = leaving;
    }

    /// @throws IOException that says how the run ended, or why the model cannot be written
    @Override
    public HelperModel run(Progress progress) throws IOException, InterruptedException {
        RunState state = state(progress);
        Optional<TrainingCheckpoint> best = TrainingCheckpoint.best(draft.run().path());
        if (best.isEmpty() || (state != RunState.DONE && state != RunState.STOPPED)) {
            throw new ToldException(
                    Sentence.of(HelperCompletion.class, "run.empty", draft.run().path()));
        }
        progress.stage("Writing the model");
        HelperModel made =
                draft.isWritten()
                        ? draft.model(best.get())
                        : new TrainedModel(draft, best.get()).write(progress);
        draft.discard();
        return made;
    }

    private RunState state(Progress progress) throws IOException, InterruptedException {
        try {
            return new FollowRun(draft.run(), starting, leaving).run(progress);
        } catch (CancellationException cancelled) {
            neverRun();
            throw cancelled;
        }
    }

    @Override
    public void neverRun() throws IOException {
        if (!leaving.getAsBoolean()) {
            draft.run().requestStop();
            draft.discard();
        }
    }
}
