package org.clpworkbench.race;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// A run's place in the job list: follows it until it ends. Cancelling the job asks the run to
/// stop, unless the program is about to leave the run on its own.
public final class FollowRun implements Job<RunState> {
    private static final long PAUSE_MILLIS = 200;

    private final RunFolder run;
    private final BooleanSupplier leaving;

    /// @param leaving whether the window is closing: its runs go on without it
    public FollowRun(RunFolder run, BooleanSupplier leaving) {
        this.run = run;
        this.leaving = leaving;
    }

    @Override
    public RunState run(Progress progress) throws IOException, InterruptedException {
        var watch = new RunWatch(run);
        RunState before = RunState.DONE;
        while (true) {
            RunFigures now = watch.look().figures();
            if (now.state() != before) {
                before = now.state();
                progress.stage(before == RunState.WAITING ? "Waiting for its turn" : "Training");
            }
            progress.update(now.step(), now.steps(), "steps");
            if (now.state() == RunState.FAILED) {
                throw new IOException(now.message().isBlank() ? "The run failed." : now.message());
            }
            if (!now.state().live()) {
                return now.state();
            }
            if (progress.cancelled()) {
                if (!leaving.getAsBoolean()) {
                    run.requestStop();
                }
                throw new CancellationException();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
