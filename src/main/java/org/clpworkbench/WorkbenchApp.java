package org.clpworkbench;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Frame;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Fxml;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.hub.HubSession;
import org.clpworkbench.ui.shell.ClosingQuestion;
import org.clpworkbench.ui.shell.FaultNotices;
import org.clpworkbench.ui.shell.FontNotices;
import org.clpworkbench.ui.shell.Notices;
import org.clpworkbench.ui.shell.StageDialogs;
import org.clpworkbench.ui.shell.WorkbenchFonts;

import java.util.Objects;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;

/// The window: its frame on the screen, and what is in it in the language that is chosen.
public final class WorkbenchApp extends Application {
    private static final String STYLESHEET = "workbench.css";
    private static final Duration LOOK_AGAIN = Duration.millis(250);
    private static final Duration KEEP_EVERY = Duration.minutes(1);

    private final Workspace workspace;
    private final Optional<Dialogs> givenDialogs;
    private final Optional<HubEnvironment> givenHub;
    private final Timeline keeping;
    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private Optional<SettingsFile> settings = Optional.empty();
    private Optional<HubSession> hubSession = Optional.empty();
    private Optional<WindowContent> content = Optional.empty();
    private Optional<Stage> window = Optional.empty();
    private Optional<WindowFrame> frame = Optional.empty();
    private boolean waiting;

    public WorkbenchApp() {
        this.workspace = Workspace.standard();
        this.givenDialogs = Optional.empty();
        this.givenHub = Optional.empty();
        this.keeping = keeping(KEEP_EVERY);
    }

    /// For tests: another workspace, another Hub, and choosers that answer by themselves. Nothing
    /// is told of the machine's fonts, for a notice covers what a test may click on.
    ///
    /// @param keepEvery how often the settings are to keep what stands open
    public WorkbenchApp(
            Workspace workspace, HubEnvironment hub, Dialogs dialogs, Duration keepEvery) {
        this.workspace = workspace;
        this.givenDialogs = Optional.of(dialogs);
        this.givenHub = Optional.of(hub);
        this.keeping = keeping(keepEvery);
    }

    private Timeline keeping(Duration every) {
        var often = new Timeline(new KeyFrame(every, _ -> keep()));
        often.setCycleCount(Animation.INDEFINITE);
        return often;
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
        Thread.setDefaultUncaughtExceptionHandler(new FaultNotices(stage, notices));
        WorkbenchFonts.load();
        var file = new SettingsFile(workspace.settingsFile());
        HubSession session =
                givenHub.map(hub -> new HubSession(workspace, hub))
                        .orElseGet(() -> HubSession.current(workspace));
        hubSession = Optional.of(session);
        var opened = content(stage, file, session, new Pair());
        settings = Optional.of(file);
        content = Optional.of(opened);
        window = Optional.of(stage);
        frame = Optional.of(show(stage, opened.root(), file));
        stage.setOnCloseRequest(this::askBeforeClosing);
        opened.start();
        opened.tellOfDamagedSettings();
        session.begin();
        keeping.play();
        if (givenDialogs.isEmpty()) {
            new FontNotices(stage, notices, file).lookLater();
        }
    }

    private WindowContent content(Stage stage, SettingsFile file, HubSession session, Pair pair) {
        Texts.speak(file.current().looks().language().locale());
        var made = new WindowContent(workspace, jobs, session, pair, dialogs(stage), file, notices);
        made.looks()
                .addListener(
                        (_, before, now) -> {
                            if (before.language() != now.language()) {
                                Platform.runLater(() -> changeLanguage(stage, file));
                            }
                        });
        made.screen().addListener((_, _, _) -> keep());
        return made;
    }

    /// Has the settings keep what a crash would lose; they write it in the background, and only
    /// where it is new.
    private void keep() {
        content.ifPresent(WindowContent::keep);
        frame.map(WindowFrame::current).ifPresent(this::keepFrame);
    }

    private void keepFrame(Frame now) {
        settings.ifPresent(file -> file.change(all -> all.withFrame(now)));
    }

    private Dialogs dialogs(Stage stage) {
        return givenDialogs.orElseGet(() -> new StageDialogs(stage, getHostServices()));
    }

    private void askBeforeClosing(WindowEvent request) {
        if (!new ClosingQuestion(jobs, dialogs((Stage) request.getSource())).mayClose()) {
            request.consume();
        }
    }

    /// When nothing is being computed or written any more: an answer would come to a window that is
    /// gone. What waits already takes the language that is chosen by then.
    private void changeLanguage(Stage stage, SettingsFile file) {
        if (waiting) {
            return;
        }
        if (busy()) {
            waiting = true;
            content.ifPresent(WindowContent::tellToWait);
            lookAgain(stage, file);
        } else {
            content.ifPresent(before -> makeAnew(stage, file, before));
        }
    }

    private boolean busy() {
        return jobs.computing() || content.filter(WindowContent::writing).isPresent();
    }

    private void lookAgain(Stage stage, SettingsFile file) {
        var pause = new PauseTransition(LOOK_AGAIN);
        pause.setOnFinished(
                _ -> {
                    if (busy()) {
                        lookAgain(stage, file);
                    } else {
                        waiting = false;
                        content.ifPresent(before -> makeAnew(stage, file, before));
                    }
                });
        pause.play();
    }

    /// In another language: with the same models, screen, runs and tour.
    private void makeAnew(Stage stage, SettingsFile file, WindowContent before) {
        before.makeRoom();
        var next = content(stage, file, hubSession.orElseThrow(), before.pair().copy());
        content = Optional.of(next);
        stage.getScene().setRoot(next.root());
        next.start();
        next.follow(before);
    }

    private static WindowFrame show(Stage stage, Parent root, SettingsFile file) {
        var frame = new WindowFrame(stage, file.current().frame());
        Scene scene = frame.scene(root);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Fxml.class.getResource(STYLESHEET), STYLESHEET)
                                .toExternalForm());
        stage.setTitle("CLP Workbench");
        stage.setScene(scene);
        frame.open();
        StartReport.watch(scene);
        return frame;
    }

    @Override
    public void stop() {
        keeping.stop();
        frame.map(WindowFrame::close).ifPresent(this::keepFrame);
        // before the jobs, so that closing them does not stop the runs: they outlive the window
        content.ifPresent(WindowContent::close);
        jobs.close();
        hubSession.ifPresent(HubSession::close);
        settings.ifPresent(SettingsFile::close);
        // JavaFX keeps hold of every application that was ever started, and of what moves in a
        // scene
        jobs.clearEnded();
        notices.clear();
        window.ifPresent(
                stage -> {
                    stage.setOnCloseRequest(_ -> {});
                    stage.getScene().setRoot(new Group());
                });
        content = Optional.empty();
        window = Optional.empty();
        frame = Optional.empty();
    }
}
