package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;

import org.clpworkbench.ui.Frames;
import org.clpworkbench.ui.Pointer;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long the map takes to be painted: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class MapBenchmarks {
    private static final int POINTS = 250_000;
    private static final int FRAMES = 60;
    private static final int SEARCHES = 40;

    @TempDir Path folder;

    @Test
    void looksAroundInAQuarterOfAMillionPointsWithoutAJerk() throws Exception {
        MapPicture picture = MadeMap.picture(POINTS);
        try (var test = new TestContext(folder)) {
            var viewModel = OnScreen.get(() -> new MapViewModel(test.context()));
            MapCanvas canvas = OnScreen.get(() -> MadeMap.canvas(viewModel));
            Scene scene = OnScreen.get(() -> OnScreen.show(canvas, 1100, 800));
            OnScreen.run(() -> viewModel.picture().set(picture));
            var pointer = new Pointer(canvas);
            String what = String.format(Locale.ROOT, "map of %,d points, ", POINTS);
            Frames wheel =
                    Frames.of(
                            what + "wheel",
                            FRAMES,
                            step -> pointer.wheel(500, 400, step % 20 < 10 ? 1 : -1));
            OnScreen.run(canvas::fit);
            OnScreen.run(() -> pointer.press(500, 400, false));
            Frames drag =
                    Frames.of(what + "drag", FRAMES, step -> pointer.drag(500 + 3 * step, 400));
            OnScreen.run(() -> pointer.release(500, 400));
            OnScreen.run(canvas::fit);
            Frames hover =
                    Frames.of(what + "hover", FRAMES, step -> pointer.move(300 + 5 * step, 400));
            OnScreen.run(() -> pointer.press(900, 400, true));
            Frames lasso =
                    Frames.of(
                            what + "lasso",
                            FRAMES,
                            step ->
                                    pointer.drag(
                                            550 + 350 * Math.cos(step * Math.PI / FRAMES),
                                            400 + 350 * Math.sin(step * Math.PI / FRAMES)));
            OnScreen.run(() -> pointer.release(900, 400));
            assertThat(viewModel.chosen().get().cardinality()).isBetween(1000, POINTS - 1000);
            OnScreen.run(() -> pointer.press(500, 400, false));
            Frames chosen =
                    Frames.of(
                            what + "drag with some chosen",
                            FRAMES,
                            step -> pointer.drag(500 + step, 400));
            OnScreen.picture(scene, Path.of("target/pictures/map-250k.png"));
            OnScreen.run(
                    () -> {
                        viewModel.close();
                        scene.getWindow().hide();
                    });
            List<Frames> all = List.of(wheel, drag, hover, lasso, chosen);
            assertThat(all).allMatch(frames -> frames.threadMedian() < Frames.SMOOTH);
            assertThat(all).allMatch(frames -> frames.median() < 2 * Frames.SMOOTH);
        }
    }

    @Test
    void findsThePointUnderTheMouseAndThoseInALassoAtOnce() {
        MapPicture picture = MadeMap.picture(POINTS);
        Viewport view = Viewport.of(picture.x(), picture.y(), 1100, 800);
        double[] line = new double[400];
        for (int at = 0; at < 200; at++) {
            line[2 * at] = 550 + 350 * Math.cos(at * Math.PI / 100);
            line[2 * at + 1] = 400 + 350 * Math.sin(at * Math.PI / 100);
        }
        double[] hover = new double[SEARCHES];
        double[] lasso = new double[SEARCHES];
        int found = 0;
        for (int turn = 0; turn < SEARCHES; turn++) {
            long began = System.nanoTime();
            found += PointSearch.nearest(view, picture, point -> true, 400 + turn, 300, 12);
            hover[turn] = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            found += PointSearch.within(view, picture, point -> true, line).cardinality();
            lasso[turn] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(hover);
        Arrays.sort(lasso);
        say("the point under the mouse: median %.1f ms", hover[SEARCHES / 2]);
        say("a lasso of 200 corners: median %.1f ms", lasso[SEARCHES / 2]);
        assertThat(found).isPositive();
        assertThat(hover[SEARCHES / 2]).isLessThan(16);
    }

    private static void say(String format, Object... values) {
        System.out.println("benchmark: " + String.format(Locale.ROOT, format, values));
    }
}
