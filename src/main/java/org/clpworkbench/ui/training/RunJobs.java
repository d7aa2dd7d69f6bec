package org.clpworkbench.ui.training;

import javafx.application.Platform;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.FollowRun;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The places of live runs in the list of jobs, one a run.
final class RunJobs {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final Jobs jobs;
    private final Map<Path, RunningJob<?>> following = new HashMap<>();
    private volatile boolean leaving;

    RunJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /// Gives a run its place, unless it has one.
    ///
    /// @param starting whether a worker has just been started that may not have taken the run yet
    void enlist(RunFolder run, BooleanSupplier starting) {
        following.computeIfAbsent(
                run.path(),
                _ ->
                        jobs.await(
                                texts.get("job.run", run.spec().name()),
                                new FollowRun(run, starting, () -> leaving)));
    }

    /// Gives those runs their places that a worker has.
    void enlistLive(List<RunFolder> runs, BackgroundWork background) {
        background.run(
                () -> {
                    for (RunFolder run : runs) {
                        if (run.live()) {
                            Platform.runLater(() -> enlist(run, () -> false));
                        }
                    }
                });
    }

    /// Takes note that a run lives no more.
    ///
    /// @return whether it had a place
    boolean ended(RunFolder run) {
        return following.remove(run.path()) != null;
    }

    /// Gives the places up; the runs go on.
    void leave() {
        leaving = true;
        following.values().forEach(RunningJob::cancel);
        following.values().forEach(jobs::forget);
    }
}
