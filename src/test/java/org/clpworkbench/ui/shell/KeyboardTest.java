package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The real window, driven from the keyboard alone.
class KeyboardTest {
    @TempDir private Path workspace;

    @Test
    void findsWhatIsToBeDoneByItsWords() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            assertThat(window.sees("#palette-list")).isFalse();
            window.robot().push(KeyCode.CONTROL, KeyCode.K);
            window.await("the palette", () -> window.sees("#palette-list"));
            window.picture("shell-palette");
            int all = commands(window).getItems().size();
            type(window, "open over");
            window.await("the one that fits", () -> commands(window).getItems().size() == 1);
            assertThat(all).isGreaterThan(12);
            window.robot().push(KeyCode.ENTER);
            window.await("the overlap", () -> window.shows("#matching"));
            assertThat(window.sees("#palette-list")).isFalse();

            // a button of the screen that is open
            window.robot().push(KeyCode.CONTROL, KeyCode.K);
            type(window, window.text("#next"));
            window.await("the button", () -> !commands(window).getItems().isEmpty());
            window.robot().push(KeyCode.ENTER);
            window.await("the neighbours", () -> window.shows(".graph-panel"));
        }
    }

    @Test
    void saysWhichKeysThereAreAndEscTakesTheListAway() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            window.robot().push(KeyCode.F1);
            window.await("the keys", () -> window.sees("#keys"));
            assertThat(WorkbenchWindow.onFxThread(() -> texts(window)))
                    .contains("Ctrl+K", "F1", "Ctrl+Shift+Z", "0  Home", "Delete", "P  L")
                    .contains(
                            "undo, in Data, From text, Transfer, Training, Generate",
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

    private static void type(WorkbenchWindow window, String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    ((TextField) window.scene().lookup("#palette-search")).setText(words);
                    return true;
                });
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
