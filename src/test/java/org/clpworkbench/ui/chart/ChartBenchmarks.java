package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// How long the chart takes: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class ChartBenchmarks {
    private static final int RUNS = 50;
    private static final int POINTS = 100_000;
    private static final int REPAINTS = 30;

    private final LossChartModel model = new LossChartModel();

    @Test
    void repaintsFiftyLongRunsFasterThanAScreenShowsPictures() throws Exception {
        Scene scene = OnScreen.get(() -> OnScreen.show(new LossChart(model), 1200, 700));
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
        for (int warm = 0; warm < 10; warm++) {
            OnScreen.run(chart::repaint);
        }
        var live = new ArrayList<Taken>();
        for (int turn = 0; turn < REPAINTS; turn++) {
            int from = POINTS + 4 * turn;
            live.add(
                    time(
                            () -> {
                                for (int run = 0; run < RUNS; run++) {
                                    var noise = new SplittableRandom(run + from);
                                    model.offer("run-" + run, steps(run, from, 4, noise));
                                }
                                chart.pull();
                            }));
        }
        say("with new points of every run", live);
        var zooming = new ArrayList<Taken>();
        for (int turn = 0; turn < REPAINTS; turn++) {
            double left = 1000.0 * turn;
            zooming.add(time(() -> model.zoom().set(Zoom.between(left, left + 60_000, 4.5, 9))));
        }
        say("of another part each time", zooming);
        OnScreen.picture(scene, Path.of("target/pictures/chart-fifty.png"));
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(median(live, Taken::computing)).isLessThan(33);
        assertThat(median(zooming, Taken::computing)).isLessThan(33);
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

    /// What the JavaFX thread computes, and what passes meanwhile: on a machine that does other
    /// things too the second says little.
    private record Taken(double computing, double passed) {}

    private static Taken time(Runnable work) throws Exception {
        Taken taken =
                OnScreen.get(
                        () -> {
                            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                            long cpu = threads.getCurrentThreadCpuTime();
                            long began = System.nanoTime();
                            work.run();
                            long passed = System.nanoTime() - began;
                            cpu = threads.getCurrentThreadCpuTime() - cpu;
                            return new Taken(cpu / 1e6, passed / 1e6);
                        });
        Thread.sleep(20);
        return taken;
    }

    private static double median(List<Taken> times, ToDoubleFunction<Taken> time) {
        return times.stream().mapToDouble(time).sorted().toArray()[times.size() / 2];
    }

    private static double worst(List<Taken> times, ToDoubleFunction<Taken> time) {
        return times.stream().mapToDouble(time).max().orElse(0);
    }

    private static void say(String what, List<Taken> times) {
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "benchmark: repaint of %d runs of %,d points %s: median %.1f ms, worst %.1f"
                                + " ms of computing; %.1f and %.1f ms by the clock",
                        RUNS,
                        POINTS,
                        what,
                        median(times, Taken::computing),
                        worst(times, Taken::computing),
                        median(times, Taken::passed),
                        worst(times, Taken::passed)));
    }
}
