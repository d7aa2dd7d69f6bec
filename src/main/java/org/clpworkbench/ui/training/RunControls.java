package org.clpworkbench.ui.training;

import javafx.application.Platform;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.WorkerLog;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.ProblemText;

import java.nio.file.Path;
import java.util.List;

/// What a person does with a run in the chart: pauses it, stops it, takes it up again, looks at its
/// files.
final class RunControls {
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final RunJobs jobs;
    private final ProblemText problem;

    RunControls(Dialogs dialogs, BackgroundWork background, RunJobs jobs, ProblemText problem) {
        this.dialogs = dialogs;
        this.background = background;
        this.jobs = jobs;
        this.problem = problem;
    }

    void pause(RunRow row) {
        end(row, row.run()::requestPause);
    }

    void stop(RunRow row) {
        end(row, row.run()::requestStop);
    }

    private void end(RunRow row, BackgroundWork.Work request) {
        row.stopping().set(true);
        row.tellState();
        background.run(request);
    }

    /// Starts a worker that takes the run up at its last checkpoint.
    void resume(RunRow row) {
        problem.set("");
        background.run(
                () -> {
                    Process worker = RunFolder.startWorker(List.of(row.run()));
                    Platform.runLater(() -> jobs.enlist(row.run(), worker::isAlive));
                });
    }

    void reveal(RunRow row) {
        dialogs.reveal(row.run().path());
    }

    /// Opens what the worker printed that had the run; its folder where nothing is found.
    void openLog(RunRow row) {
        background.run(
                () -> {
                    Path log = WorkerLog.of(row.run()).orElse(row.run().path());
                    Platform.runLater(() -> dialogs.reveal(log));
                });
    }
}
