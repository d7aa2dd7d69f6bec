package org.clpworkbench;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Settings;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.generate.GenerateView;
import org.clpworkbench.ui.generate.GenerateViewModel;
import org.clpworkbench.ui.models.ModelsView;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.clpworkbench.ui.neighbours.NeighboursView;
import org.clpworkbench.ui.neighbours.NeighboursViewModel;
import org.clpworkbench.ui.overlap.OverlapView;
import org.clpworkbench.ui.overlap.OverlapViewModel;
import org.clpworkbench.ui.runs.RunsView;
import org.clpworkbench.ui.runs.RunsViewModel;
import org.clpworkbench.ui.shell.FaultNotices;
import org.clpworkbench.ui.shell.Screens;
import org.clpworkbench.ui.shell.ShellView;
import org.clpworkbench.ui.shell.ShellViewModel;
import org.clpworkbench.ui.shell.StageDialogs;
import org.clpworkbench.ui.shell.WorkbenchFonts;
import org.clpworkbench.ui.training.TrainingView;
import org.clpworkbench.ui.training.TrainingViewModel;
import org.clpworkbench.ui.transfer.TransferView;
import org.clpworkbench.ui.transfer.TransferViewModel;

import java.util.Objects;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;

/// The window, wired by hand: every screen is given what it needs through its constructor.
public final class WorkbenchApp extends Application {
    private static final String STYLESHEET = "workbench.css";
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 620;

    private final Workspace workspace;
    private final Optional<Dialogs> givenDialogs;
    private final Jobs jobs = new Jobs();
    private final Pair pair = new Pair();
    private Optional<SettingsFile> settings = Optional.empty();
    private Optional<ShellView> shell = Optional.empty();
    private Optional<TrainingViewModel> training = Optional.empty();
    private Optional<GenerateViewModel> generate = Optional.empty();
    private Optional<Stage> window = Optional.empty();

    public WorkbenchApp() {
        this.workspace = Workspace.standard();
        this.givenDialogs = Optional.empty();
    }

    /// For tests: another workspace, and choosers that answer by themselves.
    public WorkbenchApp(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.givenDialogs = Optional.of(dialogs);
    }

    /// Opens the window and returns when it is closed. What the first screen needs and JavaFX does
    /// not (the log, the reader of JSON, the reader of FXML) is loaded beside the toolkit's start.
    static void open() {
        Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .start(
                        () -> {
                            new SettingsFile(Workspace.standard().settingsFile()).close();
                            XMLInputFactory.newInstance();
                        });
        launch(WorkbenchApp.class);
    }

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(new FaultNotices(stage));
        WorkbenchFonts.load();
        var file = new SettingsFile(workspace.settingsFile());
        settings = Optional.of(file);
        var shellModel = new ShellViewModel(pair, jobs, file);
        var context =
                new ScreenContext(
                        workspace,
                        jobs,
                        pair,
                        shellModel,
                        givenDialogs.orElseGet(() -> new StageDialogs(stage, getHostServices())));
        var models = new ModelsViewModel(context, file);
        var race = new TrainingViewModel(context);
        training = Optional.of(race);
        var writing = new GenerateViewModel(context);
        generate = Optional.of(writing);
        shellModel.whenRunsAreShown(race::show);
        var view = new ShellView(shellModel, screens(context, models, race, writing));
        shell = Optional.of(view);
        window = Optional.of(stage);
        show(stage, view, file);
        view.start();
        models.refresh();
    }

    private static Screens screens(
            ScreenContext context,
            ModelsViewModel models,
            TrainingViewModel race,
            GenerateViewModel writing) {
        var overlap = new OverlapViewModel(context);
        return new Screens()
                .put(ScreenName.MODELS, () -> new ModelsView(models).root())
                .put(ScreenName.OVERLAP, () -> new OverlapView(overlap).root())
                .put(
                        ScreenName.NEIGHBOURS,
                        () -> new NeighboursView(new NeighboursViewModel(context)).root())
                .put(
                        ScreenName.TRANSFER,
                        () -> new TransferView(new TransferViewModel(context)).root())
                .put(ScreenName.TRAINING, () -> new TrainingView(race).root())
                .put(ScreenName.RUNS, () -> new RunsView(new RunsViewModel(context)).root())
                .put(ScreenName.GENERATE, () -> new GenerateView(writing).root());
    }

    private static void show(Stage stage, ShellView view, SettingsFile file) {
        Settings settings = file.current();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        var scene =
                new Scene(
                        view.root(),
                        Math.min(settings.width(), screen.getWidth()),
                        Math.min(settings.height(), screen.getHeight()));
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Fxml.class.getResource(STYLESHEET), STYLESHEET)
                                .toExternalForm());
        stage.setTitle("CLP Workbench");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.maximized());
        stage.show();
        StartReport.watch(scene);
    }

    @Override
    public void stop() {
        rememberWindow();
        shell.ifPresent(ShellView::stop);
        // first, so that closing the jobs does not stop the runs: they outlive the window
        training.ifPresent(TrainingViewModel::close);
        generate.ifPresent(GenerateViewModel::close);
        jobs.close();
        settings.ifPresent(SettingsFile::close);
    }

    private void rememberWindow() {
        if (window.isPresent() && settings.isPresent()) {
            Stage stage = window.get();
            Scene scene = stage.getScene();
            settings.get()
                    .change(
                            now ->
                                    now.withWindow(
                                            scene.getWidth(),
                                            scene.getHeight(),
                                            stage.isMaximized()));
        }
    }
}
