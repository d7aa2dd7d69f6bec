package org.clpworkbench.race;

import org.clpworkbench.data.RunTexts;
import org.clpworkbench.job.Progress;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.training.TrainingSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Starts a race: prepares the texts, makes the models to start from, a run folder for each, and
/// one worker process that trains them one after the other, the baseline first.
public final class Race {
    private Race() {}

    /// Returns as soon as the worker has been started; the runs are then followed through their
    /// folders.
    ///
    /// @return the run folders in the order in which they are trained
    public static List<RunFolder> start(
            List<RaceSpec> races, Workspace workspace, Progress progress) throws IOException {
        List<RunFolder> runs = prepare(races, workspace, progress);
        progress.stage("Starting the worker");
        RunFolder.startWorker(runs);
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

    /// Everything before the worker: texts as tokens, transfers and run folders, race by race.
    ///
    /// @param races the same starts and texts with other seeds or learning rates
    /// @throws IOException when a text or a model is not as it should be; no run folder is left
    /// @throws java.util.concurrent.CancellationException when cancelled; no run folder is left
    public static List<RunFolder> prepare(
            List<RaceSpec> races, Workspace workspace, Progress progress) throws IOException {
        // before the transfers: what is wrong with a text is known first
        Map<Path, RunTexts> texts = texts(races, workspace, progress);
        var models = new ArrayList<List<Path>>();
        for (RaceSpec race : races) {
            models.add(models(race, workspace, progress));
        }
        progress.checkCancelled();
        boolean repeated = races.stream().mapToLong(RaceSpec::seed).distinct().count() > 1;
        Creating creating = repeated ? RunFolder::createRepeated : RunFolder::create;
        var runs = new ArrayList<RunFolder>();
        for (int race = 0; race < races.size(); race++) {
            runs.addAll(runs(races.get(race), models.get(race), texts, workspace.runs(), creating));
        }
        return List.copyOf(runs);
    }

    /// Makes a run's folder, with or without the seed in its name.
    private interface Creating {
        RunFolder create(Path runs, TrainingSpec spec, String method) throws IOException;
    }

    /// The texts as each tokenizer cuts them, by its folder.
    private static Map<Path, RunTexts> texts(
            List<RaceSpec> races, Workspace workspace, Progress progress) throws IOException {
        var texts = new HashMap<Path, RunTexts>();
        for (RaceSpec race : races) {
            for (Start start : race.starts()) {
                Path model = start.tokenizer();
                if (!texts.containsKey(model)) {
                    texts.put(model, RunTexts.of(race.data(), model, workspace.data(), progress));
                }
            }
        }
        return texts;
    }

    private static List<Path> models(RaceSpec race, Workspace workspace, Progress progress)
            throws IOException {
        var models = new ArrayList<Path>();
        for (Start start : starts(race)) {
            progress.checkCancelled();
            models.add(
                    switch (start) {
                        case Start.Folder folder -> folder.model();
                        case Start.Transferred transferred ->
                                StartFolder.of(transferred, race.seed(), workspace, progress);
                    });
        }
        return models;
    }

    private static List<RunFolder> runs(
            RaceSpec race,
            List<Path> models,
            Map<Path, RunTexts> texts,
            Path folder,
            Creating creating)
            throws IOException {
        List<Start> starts = starts(race);
        var runs = new ArrayList<RunFolder>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            runs.add(
                    creating.create(
                            folder,
                            race.training(
                                    start,
                                    models.get(i),
                                    Objects.requireNonNull(texts.get(start.tokenizer()))),
                            start.method()));
        }
        return runs;
    }

    private static List<Start> starts(RaceSpec race) {
        return race.starts().stream().sorted(Comparator.comparingInt(Start::turn)).toList();
    }
}
