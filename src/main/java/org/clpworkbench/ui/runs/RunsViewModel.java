package org.clpworkbench.ui.runs;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.clpworkbench.run.Bin;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.WorkerLog;
import org.clpworkbench.ui.chart.ChartedRuns;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Repeated;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// All runs of the workspace, looked at again and again while the screen is open.
public final class RunsViewModel implements AutoCloseable {
    private final Texts texts = Texts.of(RunsViewModel.class);
    private final ScreenContext context;
    private final RunsLookout lookout;
    private final ObservableList<RunEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> selected = FXCollections.observableArrayList();
    private final ObservableList<RunEntry> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final RunBaseline baseline;
    private final StringProperty answer = new SimpleStringProperty("");
    private final ProblemText problem = new ProblemText();
    private final ObjectProperty<Optional<RunFolder>> fallen =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty comparedWith = new SimpleStringProperty("");
    private final BooleanProperty changing = new SimpleBooleanProperty();
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final BooleanProperty seedsTogether = new SimpleBooleanProperty();
    private final BooleanProperty hasSeeds = new SimpleBooleanProperty();
    private final OpenGroups groups = new OpenGroups(this::arrange);
    private final RunDetailsViewModel details =
            new RunDetailsViewModel(problem, this::look, this::saved);
    private final TableMemory table = new TableMemory(selected);
    private final RunFiles files;
    private final WaysOn waysOn;

    /// Why the folders could not be looked at last.
    private String unseen = "";

    public RunsViewModel(ScreenContext context, ChartedRuns charted) {
        this(context, charted, Bin.ofSystem());
    }

    /// @param bin where deleted runs go
    RunsViewModel(ScreenContext context, ChartedRuns charted, Bin bin) {
        this(context, charted, bin, new RunFolders(context.workspace().runs()));
    }

    RunsViewModel(ScreenContext context, ChartedRuns charted, Bin bin, RunFolders folders) {
        this.context = context;
        this.lookout = new RunsLookout(folders, this::show, this::tellUnseen);
        this.waysOn = new WaysOn(selected, context.navigation());
        this.baseline = new RunBaseline(entries, context.pair().baseline());
        Runnable changed = () -> Thread.startVirtualThread(this::look);
        this.files = new RunFiles(context, charted, bin, problem, changed);
        baseline.chosen().subscribe(this::compareAnew);
        problem.addListener((_, _, _) -> fallen.set(Optional.empty()));
        filter.subscribe(this::arrange);
        seedsTogether.subscribe(this::arrange);
        selected.addListener((ListChangeListener<RunEntry>) _ -> details.show(readable(selected)));
        tell();
    }

    private void compareAnew() {
        tell();
        details.seen(readable(entries));
    }

    /// Begins to look at the folders.
    void open() {
        details.keep();
        lookout.open();
    }

    /// The window closes, or is made anew.
    @Override
    public void close() {
        leave();
        details.close();
    }

    /// Looks no more.
    void leave() {
        details.keep();
        lookout.leave();
    }

    private void look() {
        lookout.now();
    }

    private void tellUnseen(IOException unreadable) {
        Failure why = Failure.of(texts.get("job.look"), unreadable);
        unseen = why.sentence();
        problem.set(why);
    }

    private void show(RunsLookout.Found found) {
        List<RunEntry> now = found.entries();
        if (found.all()) {
            seen.set(true);
            if (problem.get().equals(unseen)) {
                problem.set(""); // what else went wrong stays to be read
            }
        }
        details.seen(readable(now));
        if (!now.equals(entries)) {
            entries.setAll(now);
            hasSeeds.set(SeedRows.any(now));
            arrange();
            tell();
        }
        if (found.all()) {
            table.arrived();
        }
    }

    /// Puts other rows into the table without taking the selection for a person's.
    private void arrange() {
        List<RunEntry> found = entries.stream().filter(RunFilter.of(filter.get())).toList();
        changing.set(true);
        shown.setAll(groups.rows(seedsTogether.get() ? SeedRows.of(found) : found));
        changing.set(false);
    }

    private void tell() {
        answer.set(RunsAnswer.of(entries, baseline.run()));
        comparedWith.set(baseline.sentence());
    }

    /// Each run once, also where its own row and its group's are among them.
    static List<Readable> readable(List<RunEntry> entries) {
        var runs = new LinkedHashMap<String, Readable>();
        for (RunEntry entry : entries) {
            switch (entry) {
                case Readable run -> runs.putIfAbsent(run.id(), run);
                case Repeated seeds -> seeds.runs().forEach(run -> runs.putIfAbsent(run.id(), run));
                case Unreadable _ -> {}
            }
        }
        return List.copyOf(runs.values());
    }

    static String method(Readable run) {
        return run.run().provenance().method();
    }

    /// Tokens saved against the baseline; empty where that says nothing.
    OptionalDouble saved(Readable run) {
        return baseline.saved(run);
    }

    boolean isBaseline(RunEntry entry) {
        return baseline.isAmong(readable(List.of(entry)));
    }

    /// Makes the selected run the baseline; chosen already, it is so no longer.
    void compareWithSelected() {
        baseline.choose(readable(selected));
    }

    /// Whether the selected run is the baseline because a person said so.
    BooleanBinding chosenSelected() {
        return Bindings.createBooleanBinding(
                () -> baseline.isChosenAmong(readable(selected)), selected, baseline.chosen());
    }

    /// Opens what is selected in the chart, oldest first, with the baseline and those of its
    /// repetitions that they are held against; without them where no loss could be.
    void openInChart() {
        List<Readable> runs = readable(selected);
        Optional<Path> against =
                baseline.run()
                        .filter(run -> runs.stream().anyMatch(run::comparable))
                        .map(Readable::folder);
        var folders = new TreeSet<Path>();
        runs.forEach(run -> folders.add(run.folder()));
        runs.forEach(run -> baseline.against(run).ifPresent(it -> folders.add(it.folder())));
        against.ifPresent(folders::add);
        context.navigation().showRuns(List.copyOf(folders), against);
    }

    void resume() {
        problem.set("");
        List<RunFolder> runs =
                readable(selected).stream()
                        .filter(Readable::resumable)
                        .map(Readable::run)
                        .sorted(Comparator.comparing(RunFolder::path))
                        .toList();
        Thread.startVirtualThread(
                () -> {
                    try {
                        Process worker = RunFolder.startWorker(runs);
                        Platform.runLater(() -> follow(runs, worker));
                    } catch (IOException failed) {
                        Failure why = Failure.of(texts.get("resume"), failed);
                        Platform.runLater(() -> problem.set(why));
                    }
                });
    }

    void follow(List<RunFolder> runs, Process worker) {
        if (worker.isAlive()) {
            context.navigation().showRuns(runs.stream().map(RunFolder::path).toList());
        } else {
            problem.set(texts.get("problem.worker", runs.getFirst().path()));
            fallen.set(Optional.of(runs.getFirst()));
        }
    }

    /// Opens what the worker printed that had the selected run.
    void openLog() {
        readable(selected).stream().findFirst().ifPresent(run -> openLog(run.run()));
    }

    /// Opens what the worker printed that the problem is about.
    void openProblemLog() {
        fallen.get().ifPresent(this::openLog);
    }

    /// Its folder where nothing is found.
    private void openLog(RunFolder run) {
        Thread.startVirtualThread(
                () -> {
                    try {
                        Path log = WorkerLog.of(run).orElse(run.path());
                        Platform.runLater(() -> context.dialogs().reveal(log));
                    } catch (IOException unreadable) {
                        Failure why = Failure.of(texts.get("log"), unreadable);
                        Platform.runLater(() -> problem.set(why));
                    }
                });
    }

    /// The first of the runs whose worker the problem is about; empty where it is about none.
    ObjectProperty<Optional<RunFolder>> fallen() {
        return fallen;
    }

    void reveal() {
        selected.stream().findFirst().ifPresent(run -> context.dialogs().reveal(run.folder()));
    }

    /// What is exported: the selected runs; all that the table shows when none is.
    List<Readable> exported() {
        List<Readable> chosen = readable(selected);
        return chosen.isEmpty() ? readable(shown) : chosen;
    }

    void delete() {
        if (!selected.isEmpty()) {
            files.delete(
                    selected.stream().flatMap(row -> row.members().stream()).distinct().toList());
        }
    }

    WaysOn waysOn() {
        return waysOn;
    }

    public ObservableList<RunEntry> entries() {
        return entries;
    }

    /// Whether runs that differ in their seed alone are one row.
    BooleanProperty seedsTogether() {
        return seedsTogether;
    }

    /// Which of these rows are open to their single runs.
    OpenGroups groups() {
        return groups;
    }

    /// Whether there are such runs.
    BooleanProperty hasSeeds() {
        return hasSeeds;
    }

    /// The entries that the filter lets through, put together or not.
    ObservableList<RunEntry> shown() {
        return shown;
    }

    /// What is looked for among the runs.
    StringProperty filter() {
        return filter;
    }

    public TableMemory table() {
        return table;
    }

    RunDetailsViewModel details() {
        return details;
    }

    RunFiles files() {
        return files;
    }

    /// What is selected in the table; kept by the view.
    public ObservableList<RunEntry> selected() {
        return selected;
    }

    public StringProperty answer() {
        return answer;
    }

    public ProblemText problem() {
        return problem;
    }

    /// Which run the saved tokens are counted against, in words.
    public StringProperty comparedWith() {
        return comparedWith;
    }

    /// True while the entries are replaced by newer ones of the same runs.
    BooleanProperty changing() {
        return changing;
    }

    /// Whether the folders have been looked at.
    public BooleanProperty seen() {
        return seen;
    }
}
