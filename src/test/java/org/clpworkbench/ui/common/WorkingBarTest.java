package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.Progress;
import org.clpworkbench.ui.ComputeGate;
import org.clpworkbench.ui.WorkbenchWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;

class WorkingBarTest {
    private final Jobs jobs = new Jobs();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void offersToTryAgainWhatWasCancelled() {
        var question = new LatestJob(jobs);
        WorkingBar bar = onFx(() -> new WorkingBar(question, () -> ask(question)));
        var shown = new BarOnShow(bar);
        try (var _ = new ComputeGate(jobs)) {
            onFx(
                    () -> {
                        ask(question);
                        return true;
                    });
            WorkbenchWindow.waitUntil("the bar", bar::isVisible);
            assertThat(shown.words()).containsExactly("Counting · Waiting", "Cancel");
            shown.press("Cancel");
        }
        WorkbenchWindow.waitUntil("its end", () -> question.current().get() == null);
        assertThat(onFx(bar::isVisible)).isTrue();
        assertThat(shown.words()).containsExactly("Cancelled: Counting", "Try again");
        shown.press("Try again");
        WorkbenchWindow.waitUntil("the answer", () -> heard.contains("counted"));
        assertThat(onFx(bar::isVisible)).isFalse();
    }

    @Test
    void itsFiguresChangeAtMostFourTimesASecond() {
        var question = new LatestJob(jobs);
        WorkingBar bar = onFx(() -> new WorkingBar(question, () -> {}));
        var changes = new ArrayList<Long>();
        long begun = System.nanoTime();
        onFx(
                () -> {
                    ((Label) bar.getChildren().getFirst())
                            .textProperty()
                            .addListener((_, _, _) -> changes.add(System.nanoTime()));
                    question.compute("Counting", WorkingBarTest::count, heard::add, this::hear);
                    return true;
                });
        WorkbenchWindow.waitUntil("the answer", () -> heard.contains("counted"));
        List<Long> at = onFx(() -> List.copyOf(changes));
        assertThat(at).isNotEmpty();
        double seconds = (at.getLast() - begun) / 1e9;
        assertThat((double) at.size()).isLessThanOrEqualTo(4 * seconds + 1);
    }

    /// For a second, as fast as it can.
    private static String count(Progress progress) {
        long end = System.nanoTime() + 1_100_000_000L;
        for (long row = 1; System.nanoTime() < end; row++) {
            progress.update(row, Long.MAX_VALUE, "rows");
        }
        return "counted";
    }

    /// All has been written by then.
    @Test
    void saysThatTheResultIsChecked() {
        var question = new LatestJob(jobs);
        var checked = new CountDownLatch(1);
        WorkingBar bar = onFx(() -> new WorkingBar(question, () -> {}));
        onFx(
                () -> {
                    question.compute(
                            "Transferring",
                            progress -> {
                                progress.stage("Writing tensors");
                                progress.update(8, 8, "rows");
                                progress.stage("Checking the result");
                                checked.await();
                                return "made";
                            },
                            heard::add,
                            this::hear);
                    return true;
                });
        WorkbenchWindow.waitUntil("the bar", bar::isVisible);
        assertThat(new BarOnShow(bar).words()).containsExactly("Checking the result", "Cancel");
        checked.countDown();
        WorkbenchWindow.waitUntil("the answer", () -> heard.contains("made"));
        assertThat(onFx(bar::isVisible)).isFalse();
    }

    private void hear(Failure why) {
        heard.add(why.sentence());
    }

    private void ask(LatestJob question) {
        question.compute("Counting", progress -> "counted", heard::add, this::hear);
    }

    private static <T> T onFx(Callable<T> look) {
        return WorkbenchWindow.onFxThread(look);
    }
}
