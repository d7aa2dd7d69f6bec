package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// The real window, driven from the keyboard alone.
class KeyboardTest {
    @TempDir private Path workspace;

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    @Test
    void findsWhatIsToBeDoneByItsWords() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            long begun = System.nanoTime();
            AtomicInteger changes = countChanges(window, "#gauges");
            assertThat(window.sees("#palette-list")).isFalse();
            window.robot().push(KeyCode.CONTROL, KeyCode.K);
            window.await("the palette", () -> window.sees("#palette-list"));
            window.picture("shell-palette");
            assertThat(commands(window).getItems()).hasSizeGreaterThan(12);
            window.robot().write("open over");
            window.await("the one that fits", () -> commands(window).getItems().size() == 1);
            window.robot().push(KeyCode.ENTER);
            window.await("the overlap", () -> window.sees("#matching"));
            assertThat(window.sees("#palette-list")).isFalse();

            // a page, a button and an item of a menu of the screen that is open
            assertThat(window.sees("#sentence")).isFalse();
            find(window, "a sentence", "In a sentence (off)");
            window.robot().push(KeyCode.ENTER);
            window.await("the sentence", () -> window.sees("#sentence"));
            find(window, "a sentence", "In a sentence (on)");
            window.robot().push(KeyCode.ESCAPE);
            find(window, "explore neighbours", window.text("#next"));
            window.robot().push(KeyCode.ENTER);
            window.await("the neighbours", () -> window.sees(".graph-panel"));
            find(window, "open training", "Open Training");
            window.robot().push(KeyCode.ENTER);
            window.await("the form", () -> window.reads("#steps").equals(List.of("200")));
            find(window, "full race", "Presets: Full race: 1,000 steps, seeds 1, 2, 3");
            window.robot().push(KeyCode.ENTER);
            window.await("the preset", () -> window.reads("#steps").equals(List.of("1000")));

            // what is there on every screen, the second by mouse
            find(window, "the log", "Show the log, copy diagnostics");
            window.robot().push(KeyCode.ENTER);
            window.await("the log", () -> window.sees("#log-entries"));
            window.robot().push(KeyCode.ESCAPE);
            double before = railWidth(window);
            find(window, "everything larger", "Make everything larger");
            window.click("#palette-list .list-cell:filled:selected");
            window.await("a wider rail", () -> railWidth(window) > before);
            assertThat(window.sees("#palette-list")).isFalse();
            window.await("the gauges", () -> changes.get() > 0);
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat((double) changes.get()).isLessThanOrEqualTo(4 * seconds + 1);
            find(window, "speak deutsch", "Speak Deutsch");
            window.robot().push(KeyCode.ENTER);
            window.await("German", () -> window.text("#languageButton").equals("Deutsch"));
        }
    }

    @Test
    void ticksAndExpandsWhatStandsOnTheScreenAndSaysHowItStands() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.open(ScreenName.DATA);
            window.await("the choices", () -> window.shows("#deduplicate"));
            find(window, "repeated documents", "Take repeated documents only once (off)");
            window.robot().push(KeyCode.ENTER);
            window.await(
                    "the tick", () -> window.node("#deduplicate", CheckBox.class).isSelected());
            find(window, "repeated documents", "Take repeated documents only once (on)");
            window.robot().push(KeyCode.ESCAPE);

            window.open(ScreenName.TRAINING);
            window.await("the form", () -> window.shows("#advanced"));
            assertThat(window.node("#advanced", TitledPane.class).isExpanded()).isFalse();
            find(window, "batch memory", "Expand “Batch, memory, device”");
            window.robot().push(KeyCode.ENTER);
            window.await(
                    "its content", () -> window.node("#advanced", TitledPane.class).isExpanded());
            find(window, "precision", "Precision…");
            window.robot().push(KeyCode.ENTER);
            window.await("the focus", () -> window.shows("#precision:focused"));
            find(window, "batch memory", "Collapse “Batch, memory, device”");
            window.robot().push(KeyCode.ESCAPE);

            // the list of jobs, while it is in view
            window.robot().push(KeyCode.CONTROL, KeyCode.J);
            window.await("the jobs", () -> window.sees(".jobs-drawer"));
            find(window, "clear ended", "Clear ended jobs");
            window.robot().push(KeyCode.ESCAPE);
            find(window, "hide the jobs", "Hide the jobs");
            window.robot().push(KeyCode.ENTER);
            window.await("no jobs", () -> !window.sees(".jobs-drawer"));
        }
    }

    @Test
    void keepsTheTabKeyWithinAPageUntilEscTakesItAway() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.robot().push(KeyCode.CONTROL, KeyCode.K);
            window.await("the palette", () -> window.sees("#palette-list"));
            window.robot().push(KeyCode.TAB);
            assertThat(focused(window)).isEqualTo("palette-search");
            window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(focused(window)).isEqualTo("palette-search");
            window.robot().push(KeyCode.ESCAPE);
            window.await("no palette", () -> !window.sees("#palette-list"));

            window.robot().push(KeyCode.CONTROL, KeyCode.L);
            window.await("the log", () -> window.sees("#log-entries"));
            assertThat(focused(window)).isEqualTo("log-filter");
            var met = new ArrayList<String>();
            do {
                window.robot().push(KeyCode.TAB);
                met.add(focused(window));
            } while (met.size() < 20 && !met.getLast().equals("log-filter"));
            // where nothing is logged yet, a button among the entries too
            assertThat(met)
                    .containsSubsequence(
                            "log-trouble",
                            "log-entries",
                            "log-diagnose",
                            "log-reveal",
                            "log-close",
                            "log-filter")
                    .hasSizeLessThan(8);
            window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(focused(window)).isEqualTo("log-close");
            // wherever the focus is
            WorkbenchWindow.onFxThread(
                    () -> {
                        window.node("#jobsButton", ToggleButton.class).requestFocus();
                        return true;
                    });
            window.robot().push(KeyCode.ESCAPE);
            window.await("no log", () -> !window.sees("#log-entries"));
        }
    }

    private static String focused(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () -> String.valueOf(window.scene().getFocusOwner().getId()));
    }

    @Test
    void doesNothingOnAClickBelowTheCommands() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            find(window, "open over", "Open Overlap");
            window.click("#palette-list .list-cell:empty");
            assertThat(window.sees("#palette-list")).isTrue();
            assertThat(window.shows("#rail-models:selected")).isTrue();
            window.click("#palette-list .list-cell:filled");
            window.await("the overlap", () -> window.sees("#matching"));
        }
    }

    /// How often a label says something else from now on.
    private static AtomicInteger countChanges(WorkbenchWindow window, String query) {
        var changes = new AtomicInteger();
        return WorkbenchWindow.onFxThread(
                () -> {
                    window.node(query, Label.class)
                            .textProperty()
                            .addListener((_, _, _) -> changes.incrementAndGet());
                    return changes;
                });
    }

    /// Opens the palette and types until nothing else fits.
    private static void find(WorkbenchWindow window, String typed, String words) {
        window.robot().push(KeyCode.CONTROL, KeyCode.K);
        window.await("the palette", () -> window.sees("#palette-list"));
        window.robot().write(typed);
        window.await(
                words,
                () ->
                        commands(window).getItems().stream()
                                .map(Command::words)
                                .toList()
                                .equals(List.of(words)));
    }

    @Test
    void saysWhichKeysThereAreAndEscTakesTheListAway() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.robot().push(KeyCode.F1);
            window.await("the keys", () -> window.sees("#keys"));
            assertThat(WorkbenchWindow.onFxThread(() -> texts(window)))
                    .contains("Ctrl+K", "F1", "Ctrl+Shift+Z", "0  Home", "Delete", "P  L", "F3")
                    .contains(
                            "undo, in forms, in a run’s tags and note, and in the token graph",
                            "move the cross-hair; Esc takes it away",
                            "copy the chosen tokens",
                            "to the first and to the last",
                            "the message of the log",
                            "move the selected runs to the bin");
            window.picture("shell-keys");
            window.robot().push(KeyCode.ESCAPE);
            window.await("no keys", () -> !window.sees("#keys"));
        }
    }

    @Test
    void makesEverythingLargerAndRemembersIt() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            double before = railWidth(window);
            window.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
            window.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
            // 1 → 1.1 → 1.25
            window.await("a wider rail", () -> railWidth(window) > before * 1.2);
            window.picture("shell-larger");
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
            window.await("the usual rail", () -> railWidth(window) == before);
            window.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
            window.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
            window.robot().push(KeyCode.CONTROL, KeyCode.MINUS);
        }
        try (var settings = new SettingsFile(workspace.resolve("settings.json"))) {
            assertThat(settings.current().looks().zoom()).isEqualTo(1.1);
        }
    }

    @SuppressWarnings("unchecked")
    private static ListView<Command> commands(WorkbenchWindow window) {
        return (ListView<Command>) window.scene().lookup("#palette-list");
    }

    private static String texts(WorkbenchWindow window) {
        var text = new StringBuilder();
        window.scene()
                .lookup("#keys")
                .lookupAll(".label")
                .forEach(label -> text.append(((Label) label).getText()).append('\n'));
        return text.toString();
    }

    private static double railWidth(WorkbenchWindow window) {
        return ((Region) window.scene().lookup(".rail-place")).getWidth();
    }
}
