package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

import org.clpworkbench.projection.ProjectionMethod;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// While a transfer, a run, a map and a helper are computed, the window answers at once. Watched
/// the second time: the first time Java reads and compiles what a screen is made of. Going to
/// another screen, which a person asks for and which styles all of it anew, is not watched. All at
/// a time: `mvn -q test -Psoak -Dtest=ResponsiveTest`, on a machine that does nothing else.
class ResponsiveTest {
    private static final long MOST_MILLIS = 50;

    @TempDir private Path workspace;

    @Test
    @Tag("soak")
    void isNeverBlockedWhileATransferARunAndAProjectionGoOn() throws Exception {
        try (var window = WorkbenchWindow.open(workspace)) {
            var watchdog = new FxWatchdog(MOST_MILLIS);
            try (watchdog) {
                compute(window, "linear", ProjectionMethod.PCA, 8, 7, watchdog);
                watchdog.forget();
                compute(window, "clp", ProjectionMethod.UMAP, 20, 8, watchdog);
            }
            System.out.println(watchdog.summary());
            assertThat(watchdog.blocks()).isEmpty();
        }
    }

    @Test
    void isNeverBlockedWhileAModelIsFetchedAndOthersAreLookedFor() throws Exception {
        try (var hub = new HubOnShow(workspace);
                var window = WorkbenchWindow.open(workspace, hub.environment())) {
            window.open(ScreenName.MODELS);
            hub.fill(window); // the first time Java reads and compiles what the screen is made of
            find(window, "gpt2");
            window.fire("#toCatalogue");
            var watchdog = new FxWatchdog(MOST_MILLIS);
            try (watchdog) {
                hub.fill(window);
                find(window, "gpt");
                WorkbenchWindow.pause(1500);
                window.fire(".download-pause");
                window.await("the pause", () -> window.sees(".download-resume"));
                window.fire(".download-resume");
                window.await("that it goes on", () -> window.sees(".download-pause"));
            }
            System.out.println(watchdog.summary());
            assertThat(watchdog.blocks()).isEmpty();
        }
    }

    private static void find(WorkbenchWindow window, String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#hubWords", TextField.class).setText(words);
                    return true;
                });
        window.fire("#hubSearch");
        window.await("the answer", () -> window.text("#hubFound").contains("on the Hub"));
    }

    /// @param method of the transfer
    /// @param drawn how the map is drawn
    /// @param steps of each run of the race
    /// @param seed of the race and the map
    private static void compute(
            WorkbenchWindow window,
            String method,
            ProjectionMethod drawn,
            int steps,
            int seed,
            FxWatchdog watchdog) {
        go(window, ScreenName.DATA, watchdog);
        count(window);
        go(window, ScreenName.TRAINING, watchdog);
        type(window, "#steps", steps);
        type(window, "#batch", 2);
        type(window, "#context", 64);
        type(window, "#seed", seed);
        window.await("the race to be ready", () -> window.text("#startButton").contains("runs"));
        window.fire("#startButton");
        window.await("the runs", () -> !isOver(window));
        go(window, ScreenName.MODELS, watchdog);
        watchdog.without(() -> window.fire("#segment-text"));
        window.await("the text's size", () -> window.text("#helperAnswer").contains("MB"));
        SmallHelper.start(window);
        go(window, ScreenName.TRANSFER, watchdog);
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#method-" + method, RadioButton.class).fire();
                    return true;
                });
        window.await("the plan", () -> !isOff(window, "#transfer"));
        window.fire("#transfer");
        go(window, ScreenName.NEIGHBOURS, watchdog);
        if (window.shows("#openMap")) {
            watchdog.without(() -> window.fire("#openMap"));
        }
        window.await("the map's form", () -> !isOff(window, "#draw"));
        type(window, "#seed", seed);
        WorkbenchWindow.onFxThread(
                () -> {
                    @SuppressWarnings("unchecked")
                    ComboBox<ProjectionMethod> box = window.node("#method", ComboBox.class);
                    box.setValue(drawn);
                    return true;
                });
        window.fire("#draw");
        window.await("the map", () -> window.text("#caption").contains("seed " + seed));
        go(window, ScreenName.TRANSFER, watchdog);
        window.await("the report", () -> window.shows("#report"));
        go(window, ScreenName.TRAINING, watchdog);
        window.await("the race's end", () -> isOver(window));
        go(window, ScreenName.MODELS, watchdog);
        window.await("the helper", () -> window.sees("#made-another"));
        window.await("its tokenizer", () -> window.shows("#merges .token-chip"));
        window.fire("#made-another");
    }

    /// Counts the texts with another choice, and takes it back.
    private static void count(WorkbenchWindow window) {
        for (String place : List.of("Not tokenized", "nothing is to be prepared")) {
            window.fire("#deduplicate");
            window.await("the choice", () -> window.text("#place").contains(place));
            window.await("the count", () -> window.text("#answer").contains("tokens of"));
        }
    }

    private static void go(WorkbenchWindow window, ScreenName screen, FxWatchdog watchdog) {
        watchdog.without(() -> window.open(screen));
    }

    private static boolean isOver(WorkbenchWindow window) {
        List<String> states = MainJob.states(window);
        return states.isEmpty() || states.stream().allMatch("done"::equals);
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
