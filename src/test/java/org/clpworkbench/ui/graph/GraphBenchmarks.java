package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.Frames;
import org.clpworkbench.ui.Pointer;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long the graph takes: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class GraphBenchmarks {
    private static final int TOKENS = 2000;
    private static final int FRAMES = 60;

    @Test
    void exploresTwoThousandTokensWithoutAJerk() throws Exception {
        TokenGraph graph = OnScreen.get(() -> new TokenGraph(new NoWishes()));
        Scene scene = OnScreen.get(() -> OnScreen.show(new StackPane(graph), 1200, 800));
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(TOKENS, GraphLayout.NEARNESS)));
        OnScreen.picture(scene, Path.of("target/pictures/graph-2000.png"));
        var pointer = new Pointer(graph);
        String what = String.format(Locale.ROOT, "graph of %,d tokens, ", TOKENS);
        Frames anew = Frames.of(what + "painted anew", FRAMES, graph::select);
        OnScreen.run(() -> pointer.press(4, 4, false));
        Frames plane = Frames.of(what + "plane dragged", FRAMES, step -> pointer.drag(9 + step, 4));
        OnScreen.run(() -> pointer.release(100, 4));
        Frames wheel =
                Frames.of(
                        what + "wheel",
                        FRAMES,
                        step -> pointer.wheel(600, 400, step % 20 < 10 ? 1 : -1));
        OnScreen.run(graph::fit);
        Frames hover =
                Frames.of(
                        what + "hover",
                        FRAMES,
                        step -> {
                            Point2D at = graph.locate(1 + step).orElseThrow();
                            pointer.move(at.getX(), at.getY());
                        });
        Point2D seven = OnScreen.get(() -> graph.locate(7).orElseThrow());
        OnScreen.run(() -> pointer.press(seven.getX(), seven.getY(), false));
        Frames token =
                Frames.of(
                        what + "token dragged",
                        FRAMES,
                        step -> pointer.drag(seven.getX() + 5 + step, seven.getY()));
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(anew.median()).isLessThan(400);
        assertThat(List.of(plane, wheel, hover, token))
                .allMatch(frames -> frames.median() < Frames.SMOOTH);
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
}
