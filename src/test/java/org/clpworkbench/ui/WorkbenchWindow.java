package org.clpworkbench.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.clpworkbench.WorkbenchApp;
import org.clpworkbench.hub.HubEnvironment;
import org.clpworkbench.settings.Language;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.ScreenName;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The real window on a workspace of its own, driven by a robot.
public final class WorkbenchWindow implements AutoCloseable {
    private final FxRobot robot = new FxRobot();
    private final Person person = new Person(this::scene);
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final Stage stage;
    private final Application application;

    private WorkbenchWindow(Path folder, HubEnvironment hub) throws TimeoutException {
        this(folder, hub, Duration.minutes(1));
    }

    private WorkbenchWindow(Path folder, HubEnvironment hub, Duration keepEvery)
            throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        application =
                FxToolkit.setupApplication(
                        () -> new WorkbenchApp(new Workspace(folder), hub, dialogs, keepEvery));
    }

    /// Opens the window on a workspace folder and waits until the models are there. The Hub is
    /// never asked.
    public static WorkbenchWindow open(Path folder) throws TimeoutException {
        return open(folder, offline(folder));
    }

    /// Opens it where the models that come with the program cannot be unpacked, and there are no
    /// others.
    public static WorkbenchWindow openWithoutModels(Path folder)
            throws TimeoutException, IOException {
        Files.writeString(new Workspace(folder).embedded(), "A file in the folder's place.");
        var window = new WorkbenchWindow(folder, offline(folder));
        window.await("what went wrong", () -> window.sees("#problem"));
        return window;
    }

    private static HubEnvironment offline(Path folder) {
        return HubEnvironment.of(Map.of("HF_HUB_OFFLINE", "1"), folder);
    }

    public static WorkbenchWindow open(Path folder, HubEnvironment hub) throws TimeoutException {
        return ready(new WorkbenchWindow(folder, hub));
    }

    /// Opens one that keeps what stands open more often than each minute.
    public static WorkbenchWindow open(Path folder, Duration keepEvery) throws TimeoutException {
        return ready(new WorkbenchWindow(folder, offline(folder), keepEvery));
    }

    private static WorkbenchWindow ready(WorkbenchWindow window) {
        window.await("the models to be read", () -> window.text("#pairButton").contains("→"));
        return window;
    }

    public FxRobot robot() {
        return robot;
    }

    public ScriptedDialogs dialogs() {
        return dialogs;
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return stage.getScene();
    }

    /// Goes to a screen as the keyboard does: Ctrl+1 … 8.
    public void open(ScreenName screen) {
        robot.push(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + (screen.ordinal() + 1)));
    }

    /// Presses the theme button until it says the theme asked for ("light", "dark").
    public void theme(String wanted) {
        for (int press = 0; !text("#themeButton").equalsIgnoreCase(wanted); press++) {
            if (press > 3) {
                throw new AssertionError("There is no theme " + wanted);
            }
            fire("#themeButton");
        }
    }

    /// Chooses a language in the menu.
    public void choose(Language language) {
        onFxThread(
                () -> {
                    node("#languageButton", MenuButton.class)
                            .getItems()
                            .get(language.ordinal())
                            .fire();
                    return true;
                });
    }

    /// Chooses a language and waits until the window was made anew in it.
    public void speak(Language language) {
        Parent before = onFxThread(() -> scene().getRoot());
        boolean other = !text("#languageButton").equals(language.ownName());
        choose(language);
        await("the language", () -> text("#languageButton").equals(language.ownName()));
        await("a new window", () -> !other || !before.equals(scene().getRoot()));
    }

    /// Presses a button wherever it is, also outside the screen.
    public void fire(String query) {
        onFxThread(
                () -> {
                    node(query, ButtonBase.class).fire();
                    return true;
                });
    }

    /// Clicks where a person would, as soon as a person could.
    public void click(String query) {
        person.click(query);
    }

    public void click(Node node) {
        person.click(node);
    }

    /// Puts a text in the place of what stands in a field.
    public void type(String query, String text) {
        person.type(query, text);
    }

    /// Goes to a control by the Tab key and types a text there.
    public void typeByKeys(String query, String text) {
        person.tabTo(query);
        person.write(text);
    }

    /// Opens a box or a menu and clicks on what it offers.
    public void choose(String query, String item) {
        person.choose(query, item);
    }

    /// Goes down the menu that is open to one of its items and takes it, by keys alone.
    public void takeByKeys(String item) {
        person.takeByKeys(item);
    }

    /// All that can be read in the first that is seen.
    public List<String> reads(String query) {
        return person.reads(query);
    }

    /// The text of the first label or button that the query finds.
    public String text(String query) {
        return onFxThread(() -> node(query) instanceof Labeled labeled ? labeled.getText() : "");
    }

    public boolean shows(String query) {
        return onFxThread(() -> scene().lookup(query) != null);
    }

    /// Whether it is there and neither it nor what it lies in is hidden.
    public boolean sees(String query) {
        return onFxThread(
                () -> {
                    for (Node up = scene().lookup(query); up != null; up = up.getParent()) {
                        if (!up.isVisible()) {
                            return false;
                        }
                    }
                    return scene().lookup(query) != null;
                });
    }

    /// Puts a picture of the window into target/pictures, if {@link Pictures} are wanted.
    public void picture(String name) throws IOException {
        Pictures.take(scene(), Path.of("target/pictures", name + ".png"));
    }

    /// Pictures of what the window shows, light and dark, small and large, if they are wanted.
    public void pictures(String name) throws IOException {
        if (!Pictures.wanted()) {
            onFxThread(() -> scene().snapshot(null));
            return;
        }
        for (String theme : new String[] {"dark", "light"}) {
            theme(theme);
            for (int[] size : new int[][] {{1024, 700}, {1600, 1000}}) {
                inAnother(size[0], size[1], "%s-%d-%s.png".formatted(name, size[0], theme));
            }
        }
    }

    /// Takes a picture of the content in a scene of another size.
    private void inAnother(int width, int height, String file) throws IOException {
        Scene shown = scene();
        Parent root = shown.getRoot();
        Node focus = shown.getFocusOwner();
        Scene other =
                onFxThread(
                        () -> {
                            shown.setRoot(new Group());
                            var scene = new Scene(root, width, height);
                            scene.getStylesheets().setAll(shown.getStylesheets());
                            return scene;
                        });
        Pictures.take(other, Path.of("target/pictures", file));
        onFxThread(
                () -> {
                    other.setRoot(new Group());
                    shown.setRoot(root);
                    if (focus != null) {
                        focus.requestFocus();
                    }
                    return true;
                });
    }

    public <N extends Node> N node(String query, Class<N> type) {
        return type.cast(node(query));
    }

    private Node node(String query) {
        Node found = scene().lookup(query);
        if (found == null) {
            throw new AssertionError("Nothing in the window is found by " + query);
        }
        return found;
    }

    /// Waits at most a minute, looking fifty times a second on the JavaFX thread. What is waited
    /// for in vain leaves a picture of the window, target/pictures/waited.png.
    public void await(String what, BooleanSupplier come) {
        try {
            waitUntil(what, come);
        } catch (AssertionError inVain) {
            Pictures.keep(scene(), Path.of("target/pictures/waited.png"));
            throw inVain;
        }
    }

    /// The same without a window.
    public static void waitUntil(String what, BooleanSupplier come) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!onFxThread(come::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited a minute for " + what);
            }
            pause(20);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static <T> T onFxThread(Callable<T> look) {
        var task = new FutureTask<>(look);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException problem) {
            throw new AssertionError(problem);
        }
    }

    @Override
    public void close() throws TimeoutException {
        FxToolkit.cleanupApplication(application);
        FxToolkit.cleanupStages();
        forgetEvents();
    }

    /// Lets TestFX begin its list of events anew: it holds the nodes that they went to.
    void forgetEvents() {
        onFxThread(
                () -> {
                    FxToolkit.toolkitContext().setRegisteredStage(stage);
                    return true;
                });
    }
}
