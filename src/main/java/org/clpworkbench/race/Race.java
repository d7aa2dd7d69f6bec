package org.clpworkbench.race;

import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Starts a race: makes the models to start from, a run folder for each, and one worker process
/// that trains them one after the other, the baseline first.
public final class Race {
    private Race() {}

    /// Returns as soon as the worker has been started; the runs are then followed through their
    /// folders.
    ///
    /// @return the run folders in the order in which they are trained
    public static List<RunFolder> start(RaceSpec spec, Workspace workspace, Progress progress)
            throws IOException {
        List<RunFolder> runs = prepare(spec, workspace, progress);
        Process worker = RunFolder.startWorker(runs);
        progress.stage("Worker " + worker.pid() + " started");
        return runs;
    }

    /// Starts worker processes that share the runs among themselves, each training its own one
    /// after the other, and the processor's cores.
    public static void startWorkers(List<RunFolder> runs, int workers) throws IOException {
        int processes = Math.min(workers, runs.size());
        for (int worker = 0; worker < processes; worker++) {
            var own = new ArrayList<RunFolder>();
            for (int run = worker; run < runs.size(); run += processes) {
                own.add(runs.get(run));
            }
            RunFolder.startWorker(own, processes);
        }
    }

    /// Everything before the worker: transfers and run folders.
    ///
    /// @throws java.util.concurrent.CancellationException when cancelled; no run folder is left
    public static List<RunFolder> prepare(RaceSpec spec, Workspace workspace, Progress progress)
            throws IOException {
        List<Start> starts =
                spec.starts().stream().sorted(Comparator.comparingInt(Start::turn)).toList();
        var models = new ArrayList<Path>();
        for (Start start : starts) {
            progress.checkCancelled();
            models.add(
                    switch (start) {
                        case Start.Folder folder -> folder.model();
                        case Start.Transferred transferred ->
                                StartFolder.of(transferred, spec.seed(), workspace, progress);
                    });
        }
        progress.checkCancelled();
        var runs = new ArrayList<RunFolder>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            runs.add(
                    RunFolder.create(
                            workspace.runs(), spec.training(start, models.get(i)), start.method()));
        }
        return List.copyOf(runs);
    }
}
