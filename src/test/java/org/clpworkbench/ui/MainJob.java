package org.clpworkbench.ui;

import javafx.scene.control.Label;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the window is for, done by mouse and keys.
final class MainJob {
    private MainJob() {}

    /// Starts the race that is ticked on the training screen, and waits until all its runs are
    /// done.
    static void race(WorkbenchWindow window, int steps, int batch, int context) {
        window.type("#steps", Integer.toString(steps));
        if (!window.sees("#batch")) {
            window.click("#advanced > .title");
        }
        window.type("#batch", Integer.toString(batch));
        window.type("#context", Integer.toString(context));
        window.await("the race to be ready", () -> window.text("#startButton").contains("runs"));
        window.click("#startButton");
        window.await("the cards of the runs", () -> states(window).size() == 2);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(8);
        while (!WorkbenchWindow.onFxThread(() -> states(window)).equals(List.of("done", "done"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The race has not ended: " + states(window));
            }
            WorkbenchWindow.pause(500);
        }
    }

    /// In a workspace before its window is opened: runs are evaluated on all of it.
    static void chooseAShortValidationText(Path workspace) throws IOException {
        var demo = EmbeddedDemo.unpack(new Workspace(workspace).embedded());
        Path text =
                Files.writeString(
                        workspace.resolve("short.txt"),
                        Files.readString(demo.validation()).substring(0, 20_000));
        try (var settings = new SettingsFile(new Workspace(workspace).settingsFile())) {
            var data = DataSet.of(demo.training(), text);
            settings.change(now -> now.withChosen(now.chosen().withData(Optional.of(data))));
        }
    }

    static List<String> states(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll(".run-state").stream()
                                .map(node -> ((Label) node).getText())
                                .toList());
    }
}
