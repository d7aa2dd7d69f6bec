package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.Frames;
import org.clpworkbench.ui.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How long the chart takes: `mvn -q test -Pbenchmarks`, on a machine that does nothing else. Each
/// prints what it measured.
///
/// While points come in and at a turn of the wheel the JavaFX thread repaints the chart, and 19 of
/// 20 repaints are to fit into a smooth frame of 33 ms: of 60 frames three may meet a pause of the
/// garbage collector, and a chart that is too slow is so in every frame. Under the mouse a table of
/// the runs is laid out besides, and what draws is software on the cores that are there: the median
/// of whole frames is only held to the 100 ms within which an answer seems to come at once.
@Tag("benchmarks")
class ChartBenchmarks {
    private static final int RUNS = 50;
    private static final int POINTS = 100_000;
    private static final int FRAMES = 60;

    private final LossChartModel model = new LossChartModel();

    @Test
    void repaintsFiftyLongRunsFasterThanAScreenShowsPictures() throws Exception {
        Scene scene = OnScreen.get(() -> OnScreen.show(LossChartTest.chart(model), 1200, 700));
        OnScreen.run(() -> model.show(runs()));
        for (int run = 0; run < RUNS; run++) {
            var noise = new SplittableRandom(run);
            model.offer("run-" + run, List.of(started(POINTS + 1000)));
            for (int from = 0; from < POINTS; from += 10_000) {
                model.offer("run-" + run, steps(run, from, 10_000, noise));
                OnScreen.run(model::drain);
            }
        }
        LossChart chart = (LossChart) scene.getRoot();
        var pointer = OnScreen.get(() -> new Pointer(mouseLayer(chart)));
        String what = String.format(Locale.ROOT, "chart of %d runs of %,d points, ", RUNS, POINTS);
        Frames live = Frames.of(what + "points come in", FRAMES, step -> grow(chart, step));
        Frames wheel =
                Frames.of(
                        what + "wheel",
                        FRAMES,
                        step -> pointer.wheel(500, 300, step % 20 < 10 ? 1 : -1));
        OnScreen.run(() -> model.zoom().set(null));
        Frames hover = Frames.of(what + "hover", FRAMES, step -> pointer.move(300 + 5 * step, 300));
        OnScreen.picture(scene, Path.of("target/pictures/chart-fifty.png"));
        OnScreen.run(
                () -> {
                    model.spacing().set(StepSpacing.HUNDREDTHS);
                    model.table().set(true);
                });
        Figure[] figures = Figure.values();
        Frames pages =
                Frames.of(
                        what + "pages of the table",
                        FRAMES,
                        step -> model.figure().set(figures[step % figures.length]));
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(live.threadMost()).isLessThan(Frames.SMOOTH);
        assertThat(wheel.threadMost()).isLessThan(Frames.SMOOTH);
        assertThat(List.of(live, wheel, hover, pages)).allMatch(frames -> frames.median() < 100);
    }

    private static Node mouseLayer(LossChart chart) {
        var stage = (Pane) chart.lookup(".chart-stage");
        return stage.getChildren().stream()
                .filter(MouseZoom.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private void grow(LossChart chart, int step) {
        int from = POINTS + 4 * step;
        for (int run = 0; run < RUNS; run++) {
            var noise = new SplittableRandom(run + from);
            model.offer("run-" + run, steps(run, from, 4, noise));
        }
        chart.pull();
    }

    private static List<ChartRun> runs() {
        var runs = new ArrayList<ChartRun>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(new ChartRun("run-" + run, "run " + run, run % 6));
        }
        return runs;
    }

    private static RunEvent started(int steps) {
        return new RunEvent.Started(Instant.EPOCH, 0, steps, "cpu", 1, 1, false);
    }

    private static List<RunEvent> steps(int run, int from, int count, SplittableRandom noise) {
        var events = new ArrayList<RunEvent>();
        for (int step = from + 1; step <= from + count; step++) {
            double loss = 5 + run / 50.0 + 4 * Math.exp(-step / 2e4);
            events.add(LossChartTest.step(step, loss + 0.4 * noise.nextDouble()));
        }
        return events;
    }
}
