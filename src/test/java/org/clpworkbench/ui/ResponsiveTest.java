package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// While a transfer, a run and a map are computed, the window answers at once. Watched the second
/// time: the first time Java reads and compiles what a screen is made of.
class ResponsiveTest {
    private static final long MOST_MILLIS = 50;

    @TempDir private Path workspace;

    @Test
    void isNeverBlockedWhileATransferARunAndAProjectionGoOn() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            compute(window, "linear", 7);
            var watchdog = new FxWatchdog(MOST_MILLIS);
            try (watchdog) {
                compute(window, "clp", 8);
            }
            System.out.println(watchdog.summary());
            assertThat(watchdog.blocks()).isEmpty();
        }
    }

    /// @param method of the transfer
    /// @param seed of the race and the map
    private static void compute(WorkbenchWindow window, String method, int seed) {
        window.open(ScreenName.TRAINING);
        type(window, "#steps", 40);
        type(window, "#batch", 2);
        type(window, "#context", 64);
        type(window, "#seed", seed);
        window.await("the race to be ready", () -> window.text("#startButton").contains("runs"));
        window.fire("#startButton");
        window.await("the runs", () -> MainJob.states(window).contains("waiting"));
        window.open(ScreenName.TRANSFER);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#method-" + method, RadioButton.class).fire();
                    return true;
                });
        window.await("the plan", () -> !isOff(window, "#transfer"));
        window.fire("#transfer");
        window.open(ScreenName.NEIGHBOURS);
        window.fire("#openMap");
        window.await("the map's form", () -> !isOff(window, "#draw"));
        type(window, "#seed", seed);
        window.fire("#draw");
        window.await("the map", () -> window.text("#caption").contains("seed " + seed));
        window.open(ScreenName.TRANSFER);
        window.await("the report", () -> window.shows("#report"));
        window.open(ScreenName.TRAINING);
        window.await(
                "the race's end", () -> MainJob.states(window).stream().allMatch("done"::equals));
    }

    private static boolean isOff(WorkbenchWindow window, String button) {
        return window.node(button, Button.class).isDisabled();
    }

    private static void type(WorkbenchWindow window, String field, int number) {
        WorkbenchWindow.onFxThread(
                () -> {
                    var editor = window.scene().lookup(field + " .text-field");
                    var typed = editor == null ? window.scene().lookup(field) : editor;
                    ((TextField) typed).setText(Integer.toString(number));
                    ((TextField) typed).fireEvent(new ActionEvent());
                    return true;
                });
    }
}
