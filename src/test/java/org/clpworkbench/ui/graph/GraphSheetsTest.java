package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class GraphSheetsTest {
    private TokenGraph graph;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        graph = OnScreen.get(() -> new TokenGraph(new NoWishes()));
        scene = OnScreen.get(() -> OnScreen.show(new StackPane(graph), 700, 500));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
    }

    private void show(int tokens) throws Exception {
        OnScreen.run(() -> graph.show(MadeGraphs.drawn(tokens, GraphLayout.NEARNESS)));
        assertThat(OnScreen.get(this::pixels)).as("something is drawn").contains(0xffa34b00);
    }

    private int[] pixels() {
        Image seen = scene.snapshot(null);
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] pixels = new int[width * height];
        seen.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private int[] zoomed() throws Exception {
        return OnScreen.get(
                () -> {
                    graph.zoom(1.5, 350, 250);
                    return pixels();
                });
    }

    /// A selection has everything painted, also where it is the one before.
    private int[] paintedAnew() throws Exception {
        return OnScreen.get(
                () -> {
                    graph.select(GraphLook.NONE);
                    return pixels();
                });
    }

    @Test
    void manyLinesAreStretchedWhileOneZoomsAndPaintedAnewAtRest() throws Exception {
        show(500);
        int[] before = OnScreen.get(this::pixels);
        int[] stretched = zoomed();
        assertThat(Arrays.equals(stretched, before)).isFalse();
        OnScreen.await(() -> !Arrays.equals(pixels(), stretched));
        int[] atRest = OnScreen.get(this::pixels);
        assertThat(Arrays.equals(atRest, paintedAnew())).isTrue();
    }

    @Test
    void fewLinesArePaintedAnewAtOnce() throws Exception {
        show(41);
        int[] zoomed = zoomed();
        assertThat(Arrays.equals(zoomed, paintedAnew())).isTrue();
    }

    /// 30 pixels to the right and 20 down, as far from the edges as that reaches.
    @Test
    void whatIsDraggedGoesAlongPixelByPixel() throws Exception {
        show(500);
        int[] before = OnScreen.get(this::pixels);
        int[] moved =
                OnScreen.get(
                        () -> {
                            graph.pan(30, 20);
                            return pixels();
                        });
        for (int y = 40; y < 460; y++) {
            int from = (y - 20) * 700 + 40 - 30;
            assertThat(Arrays.copyOfRange(moved, y * 700 + 40, y * 700 + 660))
                    .isEqualTo(Arrays.copyOfRange(before, from, from + 620));
        }
    }
}
