package org.clpworkbench.ui.training;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.job.Job;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.Race;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.RunFigures;
import org.clpworkbench.race.RunLook;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.race.Throughput;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.FormName;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.chart.ChartFiles;
import org.clpworkbench.ui.chart.ChartRun;
import org.clpworkbench.ui.chart.LossChartModel;
import org.clpworkbench.ui.chart.RunColours;
import org.clpworkbench.ui.common.LatestJob;
import org.clpworkbench.ui.common.PairChoice;
import org.clpworkbench.ui.common.Presets;
import org.clpworkbench.ui.common.ProblemText;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The race: what is to be trained, and the runs in the chart.
public final class TrainingViewModel implements AutoCloseable {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final ScreenContext context;
    private final RaceForm form = new RaceForm();
    private final LossChartModel chart = new LossChartModel();
    private final ChartFiles chartFiles;
    private final RunsFeed feed = new RunsFeed(chart);
    private final RunColours colours;
    private final LatestJob starting;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final SampleSteps sampleSteps = new SampleSteps(rows);
    private final SamplesOpen samplesOpen =
            new SamplesOpen(chart.samples(), chart.samplesWhereLow());
    private final ComparedRuns compared = new ComparedRuns(rows, chart.baseline());
    private final ProblemText problem = new ProblemText();
    private final ObjectProperty<Optional<RunFolder>> offered =
            new SimpleObjectProperty<>(Optional.empty());
    private final BackgroundWork background = new BackgroundWork(problem);
    private final GpuSetup gpu;
    private final RunJobs runJobs;
    private final RunControls controls;
    private final Presets presets;
    private final RaceStart raceStart;
    private final WritingRuns writingRuns;
    private final SettingsOfRuns settingsOfRuns;
    private boolean takenUp;

    /// @param settings whose session's runs are shown in the beginning
    /// @param choice of another pair, as a run's settings need it
    public TrainingViewModel(ScreenContext context, SettingsFile settings, PairChoice choice) {
        this(context, settings, choice, GpuSteps.ofThisMachine());
    }

    TrainingViewModel(
            ScreenContext context, SettingsFile settings, PairChoice choice, GpuSteps gpuSteps) {
        this.context = context;
        this.colours = new RunColours(settings);
        this.settingsOfRuns = new SettingsOfRuns(context, form, choice, background);
        this.chartFiles = new ChartFiles(context.dialogs(), context.jobs());
        this.gpu = new GpuSetup(context.jobs(), context.dialogs(), gpuSteps);
        gpu.suited().subscribe(this::offerPrecision);
        this.presets =
                new Presets(
                        FormName.RACE,
                        form,
                        RacePresets.of(form, gpu.suited()),
                        settings,
                        context.dialogs());
        this.starting = new LatestJob(context.jobs());
        this.runJobs = new RunJobs(context.jobs());
        this.controls = new RunControls(context.dialogs(), background, runJobs, problem);
        this.writingRuns = new WritingRuns(rows, context.navigation());
        this.raceStart = new RaceStart(form, context.pair(), starting.current());
        Session session = settings.current().session();
        chart.choose(session.chart());
        lookAround(session);
    }

    /// Unless another than the faster one has been chosen.
    private void offerPrecision(Precision before, Precision now) {
        if (form.precision().get() == before && !settingsOfRuns.used()) {
            form.history().silently(() -> form.precision().set(now));
        }
    }

    /// Takes up the runs of the session and those that are under way, whoever started them, and
    /// learns how fast this machine trained before.
    private void lookAround(Session session) {
        background.run(
                () -> {
                    Path folder = context.workspace().runs();
                    colours.forget(run -> !Files.isDirectory(folder.resolve(run)));
                    List<RunFolder> all = RunFolder.list(folder);
                    Throughput learned = Throughput.of(all);
                    List<RunFolder> beginning = RunsOnShow.first(session.runs(), all);
                    Platform.runLater(
                            () -> {
                                takenUp = true;
                                raceStart.learn(learned);
                                if (rows.isEmpty() && !beginning.isEmpty()) {
                                    shown(beginning);
                                    find(session.baseline()).ifPresent(this::compareWith);
                                }
                            });
                });
    }

    /// The screen has been opened: looks for models to start from.
    void opened() {
        gpu.look();
        var pair = TransferredModels.PairFolders.of(context.pair());
        background.run(
                () -> {
                    List<TransferredModels.Found> found =
                            TransferredModels.of(context.workspace(), pair, StartFolder.USUAL_SEED);
                    Platform.runLater(() -> form.offer(found));
                });
    }

    /// Adds a model folder of the user's choice to the starts.
    void addFolder() {
        context.dialogs().chooseFolder(texts.get("dialog.folder")).ifPresent(form::add);
    }

    /// Fills the form in as the run of a folder was trained, and chooses its pair.
    public void useSettings(Path run) {
        problem.set("");
        settingsOfRuns.use(run);
    }

    /// Starts the race that the form describes.
    void start() {
        problem.set("");
        List<RaceSpec> races = form.races(context.pair());
        Optional<Path> chosen = Optional.ofNullable(context.pair().baseline().get());
        starting.compute(
                texts.get("job.start", RaceStart.runs(races)),
                Job.lostAtClosing(
                        progress ->
                                BegunRace.of(
                                        Race.start(races, context.workspace(), progress), chosen)),
                this::begun,
                problem::set);
    }

    void begun(BegunRace race) {
        shown(race.shown(), race.baseline().map(RunFolder::path));
        offered.set(race.offered());
    }

    /// Shows the recorded run too that is offered, as the baseline.
    void takeOffered() {
        RunFolder recorded = offered.get().orElseThrow();
        var runs = new ArrayList<>(List.of(recorded));
        rows.forEach(row -> runs.add(row.run()));
        shown(runs, Optional.of(recorded.path()));
    }

    /// Opens run folders in the chart, instead of those that are there.
    public void show(List<Path> runs) {
        show(runs, Optional.empty());
    }

    /// The same with one of them as the baseline; with the usual one where none is named.
    public void show(List<Path> runs, Optional<Path> baseline) {
        problem.set("");
        background.run(
                () -> {
                    List<RunFolder> opened = RunsOnShow.open(runs);
                    Platform.runLater(() -> shown(opened, baseline));
                });
    }

    private void shown(List<RunFolder> runs, Optional<Path> baseline) {
        shown(runs);
        baseline.flatMap(run -> find(String.valueOf(run.getFileName())))
                .ifPresent(this::compareWith);
    }

    private void shown(List<RunFolder> runs) {
        offered.set(Optional.empty());
        var names = colours.names(runs);
        var fresh = new ArrayList<RunRow>();
        for (RunFolder run : runs) {
            fresh.add(row(run, names.of(run)));
        }
        rows.setAll(fresh);
        chart.show(fresh.stream().map(RunRow::chartRun).toList());
        chart.baseline().set(UsualBaseline.of(rows).map(RunRow::id).orElse(""));
        feed.follow(runs);
        update();
        runJobs.enlistLive(runs, background);
    }

    private void update() {
        sampleSteps.update();
        writingRuns.update();
        compared.update();
    }

    private RunRow row(RunFolder run, ChartRun named) {
        return find(named.id())
                .filter(known -> known.chartRun().equals(named))
                .orElseGet(() -> new RunRow(run, named));
    }

    /// Takes over what has been seen of the runs; called a few times a second.
    void pull() {
        RunsFeed.News news = feed.drain();
        boolean changed = false;
        for (RunLook look : news.looks()) {
            Optional<RunRow> row = find(look.id());
            if (row.isPresent()) {
                if (!row.get().shows(look)) {
                    row.get().show(look);
                    changed = true;
                }
                follow(row.get());
            }
        }
        news.unreadable().forEach((id, why) -> find(id).ifPresent(row -> row.fail(why)));
        if (changed) {
            update();
        }
        leaveOut(rows.stream().filter(row -> news.gone().contains(row.id())).toList());
    }

    /// Takes runs out of the chart whose folders have gone, as into the bin.
    private void leaveOut(List<RunRow> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Optional<RunFolder> offer = offered.get();
        List<RunRow> left = rows.stream().filter(row -> !gone.contains(row)).toList();
        Optional<RunRow> baseline = find(chart.baseline().get()).filter(left::contains);
        shown(left.stream().map(RunRow::run).toList(), baseline.map(row -> row.run().path()));
        offered.set(offer);
        problem.set(texts.get("gone", gone.size(), RunRow.labels(gone)));
    }

    /// Gives a live run its place in the job list.
    private void follow(RunRow row) {
        RunFigures now = row.figures().get();
        if (now != null && now.state().live()) {
            runJobs.enlist(row.run(), () -> false);
        }
        if (now != null && !now.state().live()) {
            if (runJobs.ended(row.run())) {
                lookAround(Session.FIRST);
            }
            context.pair().done().add(ScreenName.TRAINING);
        }
    }

    void compareWith(RunRow row) {
        chart.baseline().set(row.id());
    }

    private Optional<RunRow> find(String id) {
        return compared.find(id);
    }

    public RaceForm form() {
        return form;
    }

    public LossChartModel chart() {
        return chart;
    }

    /// Writes the chart's picture and table.
    ChartFiles chartFiles() {
        return chartFiles;
    }

    /// The folders of the runs in the chart.
    public List<Path> shownRuns() {
        return rows.stream().map(row -> row.run().path()).toList();
    }

    /// Whether the runs of the session have been looked for, or others are shown by now.
    public boolean takenUp() {
        return takenUp || !rows.isEmpty();
    }

    public ObservableList<RunRow> rows() {
        return rows;
    }

    /// What a person does with a run in the chart.
    RunControls controls() {
        return controls;
    }

    SampleSteps sampleSteps() {
        return sampleSteps;
    }

    WritingRuns writingRuns() {
        return writingRuns;
    }

    SamplesOpen samplesOpen() {
        return samplesOpen;
    }

    LatestJob starting() {
        return starting;
    }

    ReadOnlyStringProperty answer() {
        return compared.answer();
    }

    /// What went wrong, in a sentence; empty when nothing did.
    ProblemText problem() {
        return problem;
    }

    /// The recorded run that is chosen to compare with, while another is the race's own baseline.
    ObjectProperty<Optional<RunFolder>> offered() {
        return offered;
    }

    /// What the start button says: "Start 2 runs, about 6 min".
    StringProperty startText() {
        return raceStart.words();
    }

    /// What a step of the race takes; empty while no race can be started.
    StringProperty memory() {
        return raceStart.memory();
    }

    /// Where that is chosen which the form complains of; empty where it is here.
    ObjectProperty<Optional<ScreenName>> remedy() {
        return raceStart.remedy();
    }

    /// Goes there.
    void goToRemedy() {
        remedy().get().ifPresent(context.navigation()::open);
    }

    void openRuns() {
        context.navigation().open(ScreenName.RUNS);
    }

    Presets presets() {
        return presets;
    }

    GpuSetup gpu() {
        return gpu;
    }

    /// Whether the race can be started now.
    BooleanProperty ready() {
        return raceStart.ready();
    }

    ScreenContext context() {
        return context;
    }

    /// The window is closing, or made anew: runs go on without it.
    @Override
    public void close() {
        runJobs.leave();
        feed.close();
    }
}
