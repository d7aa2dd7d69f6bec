package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How long the graph takes: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class GraphBenchmarks {
    private static final int TOKENS = 2000;
    private static final int FRAMES = 60;

    @Test
    void drawsTwoThousandTokensFasterThanThirtyFramesASecond() throws Exception {
        TokenGraph graph = OnScreen.get(() -> new TokenGraph(new NoWishes()));
        Scene scene = OnScreen.get(() -> OnScreen.show(new StackPane(graph), 1200, 800));
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(TOKENS, GraphLayout.NEARNESS)));
        Thread.sleep(500);
        say("of the whole, moved", frames(() -> graph.pan(1, 0)));
        OnScreen.picture(scene, Path.of("target/pictures/graph-2000.png"));
        List<Double> zooming = frames(() -> graph.zoom(1.02, 600, 400));
        say("while it is zoomed", zooming);
        OnScreen.run(graph::fit);
        List<Double> dragging = frames(() -> graph.carry(7, new Place(0.3, 0.2)));
        say("while a token is dragged", dragging);
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(median(zooming)).isLessThan(33);
        assertThat(median(dragging)).isLessThan(33);
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

    /// The times between pulses while every pulse changes something: the toolkit waits with the
    /// next until the last is drawn.
    private static List<Double> frames(Runnable change) throws Exception {
        var done = new CompletableFuture<List<Double>>();
        OnScreen.run(
                () ->
                        new AnimationTimer() {
                            private final List<Double> times = new ArrayList<>();
                            private long last;
                            private int warm = 10;

                            @Override
                            public void handle(long now) {
                                long time = System.nanoTime();
                                if (warm-- <= 0) {
                                    times.add((time - last) / 1e6);
                                }
                                last = time;
                                change.run();
                                if (times.size() == FRAMES) {
                                    stop();
                                    done.complete(times);
                                }
                            }
                        }.start());
        return done.get(60, TimeUnit.SECONDS);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static void say(String what, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "benchmark: frame of %,d tokens %s: median %.1f ms, worst %.1f ms%n",
                TOKENS,
                what,
                median(times),
                times.stream().mapToDouble(each -> each).max().orElse(0));
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
