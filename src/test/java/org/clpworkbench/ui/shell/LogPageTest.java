package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.clpworkbench.settings.LogEntry;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The log above the real window.
class LogPageTest {
    @TempDir private Path workspace;

    @Test
    void isSearchedAndCopiedForSomebodyWhoHelps() throws Exception {
        Path log = new Workspace(workspace).logFile();
        Files.createDirectories(log.getParent());
        Files.writeString(
                log,
                """
                2026-11-27T03:00:00.123Z INFO  [main] o.c.Launcher Started
                2026-11-27T03:00:01.123Z ERROR [wait-1] o.c.job.RunningJob Reading failed
                java.io.IOException: broken
                2026-11-27T03:00:02.123Z INFO  [main] o.c.Launcher Reading again
                """);
        try (var window = WorkbenchWindow.open(workspace)) {
            window.robot().push(KeyCode.CONTROL, KeyCode.L);
            window.await("the messages", () -> entries(window).getItems().size() == 3);
            assertThat(entries(window).getItems().getFirst().text()).endsWith("Reading again");

            window.robot().write("reading");
            window.await("those that are looked for", () -> entries(window).getItems().size() == 2);
            window.picture("shell-log");
            window.click("#log-trouble");
            window.await("the trouble", () -> entries(window).getItems().size() == 1);
            assertThat(entries(window).getItems().getFirst().text()).contains("IOException");

            window.click("#log-diagnose");
            window.await("the diagnostics", () -> !window.text("#log-message").isEmpty());
            String copied =
                    WorkbenchWindow.onFxThread(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied).contains("CLP Workbench:", "JavaFX:", "GPU:", "Reading failed");
            window.robot().push(KeyCode.ESCAPE);
            window.await("no log", () -> !window.sees("#log-entries"));
        }
    }

    @Test
    void showsWhatIsWrittenMeanwhileAndKeepsFilterSelectionAndPlace() throws Exception {
        Path log = new Workspace(workspace).logFile();
        Files.createDirectories(log.getParent());
        for (int number = 0; number < 200; number++) {
            write(log, "Message " + number);
        }
        try (var window = WorkbenchWindow.open(workspace)) {
            window.robot().push(KeyCode.CONTROL, KeyCode.L);
            window.await("the messages", () -> entries(window).getItems().size() == 200);
            window.robot().write("message");
            WorkbenchWindow.onFxThread(
                    () -> {
                        entries(window).getSelectionModel().select(95);
                        entries(window).scrollTo(90);
                        return true;
                    });
            // the newest is the first
            window.await("the place", () -> topmost(window).endsWith("Message 109"));
            write(log, "Something else");
            write(log, "Message 200");
            window.await("the new message", () -> entries(window).getItems().size() == 201);
            assertThat(entries(window).getItems().getFirst().text()).endsWith("Message 200");
            window.await("the same place", () -> topmost(window).endsWith("Message 109"));
            assertThat(entries(window).getSelectionModel().getSelectedItem().text())
                    .endsWith("Message 104");
        }
    }

    private static void write(Path log, String message) throws IOException {
        Files.writeString(
                log,
                "2026-11-27T03:00:00.123Z INFO  [main] o.c.Launcher " + message + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String topmost(WorkbenchWindow window) {
        var flow = (VirtualFlow<?>) entries(window).lookup(".virtual-flow");
        IndexedCell<?> cell = flow.getFirstVisibleCell();
        return cell == null ? "" : cell.getText();
    }

    @SuppressWarnings("unchecked")
    private static ListView<LogEntry> entries(WorkbenchWindow window) {
        return (ListView<LogEntry>) window.scene().lookup("#log-entries");
    }
}
