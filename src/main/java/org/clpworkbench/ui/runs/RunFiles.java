package org.clpworkbench.ui.runs;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.job.Job;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.Told;
import org.clpworkbench.problem.ToldException;
import org.clpworkbench.run.Bin;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunRemoval;
import org.clpworkbench.run.export.ExportFormat;
import org.clpworkbench.run.export.RunExport;
import org.clpworkbench.tensor.WholeFiles;
import org.clpworkbench.ui.chart.ChartedRuns;
import org.clpworkbench.ui.chart.LossChartModel;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.FileKind;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WhereToWrite;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is done with the folders of runs: written for other programs, moved to the bin.
final class RunFiles {
    private static final int MOST_NAMES = 10;

    /// Takes a picture on the JavaFX thread; the job makes a file of it.
    interface Painter {
        Job<byte[]> paint(LossChartModel model, boolean svg);
    }

    private final Texts texts = Texts.of(RunsViewModel.class);
    private final ScreenContext context;
    private final ChartedRuns charted;
    private final Bin bin;
    private final LatestJob job;
    private final StringProperty message = new SimpleStringProperty("");
    private final ProblemText problem;
    private final Runnable changed;

    /// @param problem where a failure is told
    /// @param changed called when folders may have gone
    RunFiles(
            ScreenContext context,
            ChartedRuns charted,
            Bin bin,
            ProblemText problem,
            Runnable changed) {
        this.context = context;
        this.charted = charted;
        this.bin = bin;
        this.problem = problem;
        this.changed = changed;
        this.job = new LatestJob(context.jobs());
    }

    /// Asks where to and writes the runs there.
    void export(ExportFormat format, List<Readable> runs) {
        if (busy()) {
            return;
        }
        place(format).ifPresent(place -> export(format, runs, place));
    }

    /// Asks where to and writes a picture of the runs' losses there.
    void savePicture(List<Readable> runs, Predicate<Readable> baseline, Painter painter) {
        if (busy()) {
            return;
        }
        new WhereToWrite(context.dialogs(), problem::set)
                .ask(texts.get("export.where.PICTURE"), "losses", FileKind.PNG, FileKind.SVG)
                .ifPresent(file -> savePicture(runs, baseline, painter, file));
    }

    private void savePicture(
            List<Readable> runs, Predicate<Readable> baseline, Painter painter, Path file) {
        String dashed = runs.stream().filter(baseline).map(Readable::id).findFirst().orElse("");
        Job<LossChartModel> reading = charted.of(runs.stream().map(Readable::run).toList(), dashed);
        boolean svg = FileKind.SVG.isSaidBy(file);
        begin();
        job.await(
                texts.get("export.job", runs.size()),
                progress -> {
                    progress.stage("Writing runs");
                    LossChartModel model = reading.run(progress);
                    var picture =
                            CompletableFuture.supplyAsync(
                                    () -> painter.paint(model, svg), Platform::runLater);
                    WholeFiles.write(file, picture.get().run(progress));
                    return file;
                },
                written -> message.set(texts.get("export.done", runs.size(), written)),
                problem::set);
    }

    /// Whether runs are being written or moved; nothing else is begun meanwhile.
    boolean busy() {
        return job.current().get() != null;
    }

    private Optional<Path> place(ExportFormat format) {
        String title = texts.get("export.where." + format);
        var where = new WhereToWrite(context.dialogs(), problem::set);
        return switch (format) {
            case CSV -> where.ask(title, "runs", FileKind.CSV);
            case JSON -> where.ask(title, "runs", FileKind.JSON);
            case TENSORBOARD -> context.dialogs().chooseFolder(title);
        };
    }

    private void export(ExportFormat format, List<Readable> runs, Path place) {
        List<RunFolder> folders = runs.stream().map(Readable::run).toList();
        begin();
        job.await(
                texts.get("export.job", runs.size()),
                Job.haltedAtClosing(
                        progress -> {
                            RunExport.write(format, folders, place, progress);
                            return place;
                        }),
                written -> message.set(texts.get("export.done", runs.size(), written)),
                problem::set);
    }

    /// Asks whether to, and moves the runs to the bin; refuses while one of them is trained.
    void delete(List<RunEntry> runs) {
        if (busy()) {
            return;
        }
        Optional<Readable> live =
                RunsViewModel.readable(runs).stream()
                        .filter(run -> run.figures().state().live())
                        .findFirst();
        if (live.isPresent()) {
            problem.set(texts.get("delete.live", live.get().run().spec().name()));
            return;
        }
        boolean agreed =
                context.dialogs()
                        .agrees(
                                texts.get("delete.question", runs.size()),
                                texts.get("delete.about", names(runs)),
                                texts.get("delete.yes"),
                                texts.get("delete.no"));
        if (!agreed) {
            return;
        }
        List<Path> folders = runs.stream().map(RunEntry::folder).toList();
        begin();
        job.await(
                texts.get("delete.job", runs.size()),
                Job.haltedAtClosing(
                        progress -> {
                            var places = new ArrayList<Path>();
                            for (int at = 0; at < folders.size(); at++) {
                                progress.checkCancelled();
                                progress.update(at, folders.size(), "runs");
                                try {
                                    RunRemoval.toBin(folders.get(at), bin).ifPresent(places::add);
                                } catch (IOException refused) {
                                    throw new ToldException(
                                            Sentence.of(
                                                    RunFiles.class,
                                                    "delete.stopped",
                                                    at,
                                                    Told.reason(refused)),
                                            refused);
                                }
                            }
                            return places;
                        }),
                places -> {
                    message.set(binned(runs, places));
                    changed.run();
                },
                failed -> {
                    // some are in the bin by now: not to be tried again with the same ones
                    problem.set(Failure.of(failed.doing(), failed.cause()));
                    changed.run();
                });
    }

    private String binned(List<RunEntry> runs, List<Path> places) {
        if (places.isEmpty()) {
            return texts.get("delete.done", runs.size());
        }
        Path one = places.getFirst();
        Object place = places.size() == 1 ? one : Optional.ofNullable(one.getParent()).orElse(one);
        return texts.get("delete.where", runs.size(), place);
    }

    /// The first of many by name: all of them would be taller than the window.
    private String names(List<RunEntry> runs) {
        String names =
                runs.stream().limit(MOST_NAMES).map(RunEntry::id).collect(Collectors.joining("\n"));
        int more = runs.size() - MOST_NAMES;
        return more > 0 ? names + "\n" + texts.get("delete.more", more) : names;
    }

    private void begin() {
        message.set("");
        problem.set("");
    }

    /// What was done and where to, in words.
    StringProperty message() {
        return message;
    }

    ReadOnlyObjectProperty<@Nullable RunningJob<?>> current() {
        return job.current();
    }
}
