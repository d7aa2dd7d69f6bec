package org.clpworkbench.ui;

import javafx.scene.control.Label;

import java.util.List;
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

    static List<String> states(WorkbenchWindow window) {
        return WorkbenchWindow.onFxThread(
                () ->
                        window.scene().getRoot().lookupAll(".run-state").stream()
                                .map(node -> ((Label) node).getText())
                                .toList());
    }
}
