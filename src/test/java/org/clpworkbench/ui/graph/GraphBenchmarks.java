package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// How long the graph takes: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class GraphBenchmarks {
    private static final int TOKENS = 2000;
    private static final int FRAMES = 60;
    private static final int WARM = 10;

    /// What the JavaFX thread computes for a frame, and the time from pulse to pulse, which has the
    /// drawing in it: here by software, and while the machine does other things.
    private record Frame(double computing, double passed) {}

    @Test
    void paintsTwoThousandTokensWithinAFrame() throws Exception {
        TokenGraph graph = OnScreen.get(() -> new TokenGraph(new NoWishes()));
        Scene scene = OnScreen.get(() -> OnScreen.show(new StackPane(graph), 1200, 800));
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(TOKENS, GraphLayout.NEARNESS)));
        List<Frame> moving = frames(() -> graph.pan(1, 0));
        say("while the plane is moved", moving);
        OnScreen.picture(scene, Path.of("target/pictures/graph-2000.png"));
        List<Frame> zooming = frames(() -> graph.zoom(1.02, 600, 400));
        say("while it is zoomed", zooming);
        OnScreen.run(graph::fit);
        List<Frame> dragging = frames(() -> graph.carry(7, new Place(0.3, 0.2)));
        say("while a token is dragged", dragging);
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(median(moving, Frame::computing)).isLessThan(16);
        assertThat(median(zooming, Frame::computing)).isLessThan(16);
        assertThat(median(dragging, Frame::computing)).isLessThan(16);
    }

    @Test
    void arrangesTwoThousandTokensWithinSeconds() {
        for (GraphLayout layout : GraphLayout.values()) {
            long began = System.nanoTime();
            MadeGraphs.drawn(TOKENS, layout);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "benchmark: layout %s of %,d tokens: %.2f s%n",
                    layout,
                    TOKENS,
                    seconds);
            assertThat(seconds).as(layout.name()).isLessThan(10);
        }
    }

    /// Changes something at every pulse: the toolkit waits with the next until the last is drawn.
    private static List<Frame> frames(Runnable change) throws Exception {
        var done = new CompletableFuture<List<Frame>>();
        OnScreen.run(() -> new Measuring(change, done).start());
        return done.get(180, TimeUnit.SECONDS);
    }

    private static final class Measuring extends AnimationTimer {
        private final Runnable change;
        private final CompletableFuture<List<Frame>> done;
        private final List<Frame> frames = new ArrayList<>();
        private long began = System.nanoTime();

        Measuring(Runnable change, CompletableFuture<List<Frame>> done) {
            this.change = change;
            this.done = done;
        }

        @Override
        public void handle(long pulse) {
            long now = System.nanoTime();
            double passed = (now - began) / 1e6;
            began = now;
            var threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            change.run();
            frames.add(new Frame((threads.getCurrentThreadCpuTime() - cpu) / 1e6, passed));
            if (frames.size() == WARM + FRAMES) {
                stop();
                done.complete(frames.subList(WARM, frames.size()));
            }
        }
    }

    private static double median(List<Frame> frames, ToDoubleFunction<Frame> time) {
        return frames.stream().mapToDouble(time).sorted().toArray()[frames.size() / 2];
    }

    private static double worst(List<Frame> frames, ToDoubleFunction<Frame> time) {
        return frames.stream().mapToDouble(time).max().orElse(0);
    }

    private static void say(String what, List<Frame> frames) {
        System.out.printf(
                Locale.ROOT,
                "benchmark: frame of %,d tokens %s: median %.1f ms, worst %.1f ms of computing;"
                        + " %.1f and %.1f ms from pulse to pulse%n",
                TOKENS,
                what,
                median(frames, Frame::computing),
                worst(frames, Frame::computing),
                median(frames, Frame::passed),
                worst(frames, Frame::passed));
    }

    private record NoWishes() implements TokenGraph.Wishes {
        @Override
        public void select(int id) {}

        @Override
        public void toggle(int id) {}

        @Override
        public void lookAt(int id) {}

        @Override
        public void pin(int id, Place place) {}

        @Override
        public void unpin(int id) {}
    }
}
