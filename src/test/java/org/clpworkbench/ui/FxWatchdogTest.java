package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;

class FxWatchdogTest {
    @Test
    void tellsWhatHeldTheThreadAndHowLong() throws Exception {
        OnScreen.run(() -> {});
        var watchdog = new FxWatchdog(100);
        try (watchdog) {
            watchdog.during("answering", () -> Platform.runLater(() -> {}));
            watchdog.during("waiting", () -> Platform.runLater(() -> WorkbenchWindow.pause(1500)));
            watchdog.during("computing", () -> Platform.runLater(FxWatchdogTest::compute));
        }
        List<FxWatchdog.Block> held = watchdog.blocks(500);
        assertThat(held).hasSize(2);
        assertThat(held.getFirst())
                .asString()
                .startsWith("waiting: held for ")
                .contains("WorkbenchWindow.pause");
        assertThat(held.getLast())
                .asString()
                .startsWith("computing: held for ")
                .contains("FxWatchdogTest.compute");
        assertThat(watchdog.blocks(5000)).isEmpty();
    }

    /// For 700 ms of processor time, however much longer others have the core.
    private static void compute() {
        var threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + 700_000_000L;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
