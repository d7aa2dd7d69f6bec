package org.clpworkbench.race;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.Pace;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;
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
    private final BooleanSupplier starting;
    private final BooleanSupplier leaving;

    /// @param starting whether a worker has just been started that may not have taken the run yet
    /// @param leaving whether the window is closing: its runs go on without it
    public FollowRun(RunFolder run, BooleanSupplier starting, BooleanSupplier leaving) {
        this.run = run;
        this.starting = starting;
        this.leaving = leaving;
    }

    @Override
    public RunState run(Progress progress) throws IOException, InterruptedException {
        var watch = new RunWatch(run);
        RunState before = RunState.DONE;
        boolean taken = false;
        while (true) {
            RunFigures now = watch.look().figures();
            if (now.state() != before) {
                before = now.state();
                progress.stage(before == RunState.RUNNING ? "Training" : "Waiting for its turn");
            }
            progress.update(now.step(), now.steps(), "steps");
            now.remaining(run.spec())
                    .map(left -> new Pace(now.tokensPerSecond(), "tokens", left))
                    .ifPresent(progress::pace);
            taken |= now.state().live();
            if (!now.state().live() && (taken || !starting.getAsBoolean())) {
                return end(now);
            }
            if (progress.cancelled()) {
                neverRun();
                throw new CancellationException();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void neverRun() throws IOException {
        if (!leaving.getAsBoolean()) {
            run.requestStop();
        }
    }

    private RunState end(RunFigures last) throws IOException {
        if (last.state() == RunState.FAILED) {
            Sentence silent = Sentence.of(FollowRun.class, "run.failed", run.path());
            throw new ToldException(last.why().orElse(silent));
        }
        return last.state();
    }
}
