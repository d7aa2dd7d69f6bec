package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Averages that are computed beside the thread that shows them.
class SmoothingTest {
    private static final int STEPS = 2000;
    private static final ChartLook FIRST = new ChartLook(20, false);

    private final List<RunCurve> runs = List.of(curve("a"), curve("b"));

    /// Fifty values at once are fewer than these runs have.
    private final Smoothing smoothing = new Smoothing(FIRST, 50);

    private static RunCurve curve(String id) {
        var curve = new RunCurve(new ChartRun(id, id, 0), FIRST.window());
        curve.accept(List.of(new RunEvent.Started(Instant.EPOCH, 0, 9000, "cpu", 1, 1, false)));
        curve.accept(steps(1, STEPS));
        return curve;
    }

    private static List<RunEvent> steps(int from, int to) {
        var events = new ArrayList<RunEvent>();
        for (int step = from; step <= to; step++) {
            events.add(LossChartTest.step(step, 7 + Math.sin(step * 12.9898)));
        }
        return events;
    }

    private void awaitTakeOver() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!smoothing.takeOver()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static double[] values(Series line) {
        return Arrays.copyOf(line.values(), line.size());
    }

    /// What a curve with the same events has that had this look from the first on.
    private static void assertIsAsAtOnce(RunCurve curve, ChartLook look) {
        var atOnce = new Smoothed(curve.raw(), new Places(), look.window());
        assertThat(values(curve.smooth())).isEqualTo(values(atOnce.average()));
        assertThat(values(curve.lowest())).isEqualTo(values(atOnce.lowest()));
        assertThat(values(curve.highest())).isEqualTo(values(atOnce.highest()));
    }

    @Test
    void whatWasShownStaysUntilTheOtherIsThere() throws Exception {
        double[] before = values(runs.getFirst().smooth());
        var other = new ChartLook(200, true);
        smoothing.ask(runs, other);
        assertThat(smoothing.shown()).isEqualTo(FIRST);
        assertThat(values(runs.getFirst().smooth())).isEqualTo(before);
        awaitTakeOver();
        assertThat(smoothing.shown()).isEqualTo(other);
        runs.forEach(run -> assertThat(run.missing(other)).isZero());
        runs.forEach(run -> assertIsAsAtOnce(run, other));
    }

    @Test
    void pointsThatComeMeanwhileAreInBoth() throws Exception {
        var other = new ChartLook(5, true);
        smoothing.ask(runs, other);
        runs.getFirst().accept(steps(STEPS + 1, 2 * STEPS));
        assertThat(runs.getFirst().smooth().size()).isEqualTo(2 * STEPS);
        awaitTakeOver();
        assertThat(runs.getFirst().smooth().size()).isEqualTo(2 * STEPS);
        runs.forEach(run -> assertIsAsAtOnce(run, other));
    }

    @Test
    void aRunThatWentBackMeanwhileIsComputedAnew() throws Exception {
        var other = new ChartLook(5, true);
        smoothing.ask(runs, other);
        Instant now = Instant.EPOCH;
        runs.getFirst().accept(List.of(new RunEvent.Started(now, 10, 9000, "cpu", 1, 1, false)));
        runs.getFirst().accept(List.of(LossChartTest.step(11, 2)));
        awaitTakeOver();
        // ten steps, the gap, one step
        assertThat(runs.getFirst().smooth().size()).isEqualTo(12);
        assertIsAsAtOnce(runs.getFirst(), other);
    }

    @Test
    void onlyWhatWasAskedLastIsShown() throws Exception {
        smoothing.ask(runs, new ChartLook(200, false));
        var last = new ChartLook(100, false);
        smoothing.ask(runs, last);
        awaitTakeOver();
        assertThat(smoothing.shown()).isEqualTo(last);
        runs.forEach(run -> assertIsAsAtOnce(run, last));
        Thread.sleep(50);
        assertThat(smoothing.takeOver()).isFalse();
    }

    @Test
    void whatIsThereAlreadyIsShownAtOnce() throws Exception {
        var band = new ChartLook(FIRST.window(), true);
        smoothing.ask(runs, band);
        awaitTakeOver();
        smoothing.ask(runs, FIRST);
        assertThat(smoothing.shown()).isEqualTo(FIRST);
        smoothing.ask(runs, band);
        assertThat(smoothing.shown()).isEqualTo(band);
    }

    @Test
    void aShortRunIsShownAtOnce() {
        var curve = new RunCurve(new ChartRun("short", "short", 0), FIRST.window());
        curve.accept(steps(1, 10));
        var other = new ChartLook(5, true);
        smoothing.ask(List.of(curve), other);
        assertThat(smoothing.shown()).isEqualTo(other);
        assertIsAsAtOnce(curve, other);
    }
}
