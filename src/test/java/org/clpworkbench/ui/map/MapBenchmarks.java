package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;

import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/// How long the map takes to be painted: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class MapBenchmarks {
    private static final int POINTS = 250_000;
    private static final int REPAINTS = 40;

    /// Heaps of points, as vocabularies have them.
    private static MapPicture picture() {
        var random = new SplittableRandom(1);
        float[] x = new float[POINTS];
        float[] y = new float[POINTS];
        var tokens = new ArrayList<MapToken>(POINTS);
        for (int point = 0; point < POINTS; point++) {
            int heap = point % 200;
            x[point] = (float) (heap % 20 + 0.4 * random.nextGaussian());
            y[point] = (float) (heap / 20 + 0.4 * random.nextGaussian());
            String word = "·token" + point;
            tokens.add(new MapToken(point, word, TokenStanding.MISSING, "Latin", point));
        }
        var groupings = new Groupings(Texts.of(MapView.class));
        return MapPicture.of(tokens, x, y, groupings.byId(POINTS));
    }

    @Test
    void repaintsAQuarterOfAMillionPointsFasterThanAScreenShowsPictures() throws Exception {
        MapPicture picture = picture();
        MapCanvas canvas = OnScreen.get(MapCanvas::new);
        Scene scene = OnScreen.get(() -> OnScreen.show(canvas, 1100, 800));
        OnScreen.run(() -> canvas.show(picture));
        measure(canvas, "warming up", turn -> canvas.fit());
        double all = measure(canvas, "of all", turn -> canvas.fit());
        double moved = measure(canvas, "moved", turn -> canvas.moveTo(canvas.view().moved(3, 2)));
        double zoomed = measure(canvas, "zoomed", turn -> canvas.zoom(1.08, 500, 400));
        BitSet half = new BitSet();
        half.set(0, POINTS / 2);
        OnScreen.run(
                () -> {
                    canvas.choose(half);
                    canvas.fit();
                });
        double chosen = measure(canvas, "with half of them chosen", turn -> canvas.choose(half));
        OnScreen.picture(scene, Path.of("target/pictures/map-250k.png"));
        OnScreen.run(() -> scene.getWindow().hide());
        assertThat(List.of(all, moved, zoomed, chosen)).allMatch(median -> median < 33);
    }

    @Test
    void findsThePointUnderTheMouseAndThoseInALassoAtOnce() {
        MapPicture picture = picture();
        Viewport view = Viewport.of(picture.x(), picture.y(), 1100, 800);
        double[] line = new double[400];
        for (int at = 0; at < 200; at++) {
            line[2 * at] = 550 + 350 * Math.cos(at * Math.PI / 100);
            line[2 * at + 1] = 400 + 350 * Math.sin(at * Math.PI / 100);
        }
        double[] hover = new double[REPAINTS];
        double[] lasso = new double[REPAINTS];
        int found = 0;
        for (int turn = 0; turn < REPAINTS; turn++) {
            long began = System.nanoTime();
            found += PointSearch.nearest(view, picture, point -> true, 400 + turn, 300, 12);
            hover[turn] = (System.nanoTime() - began) / 1e6;
            began = System.nanoTime();
            found += PointSearch.within(view, picture, point -> true, line).cardinality();
            lasso[turn] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(hover);
        Arrays.sort(lasso);
        say("the point under the mouse: median %.1f ms", hover[REPAINTS / 2]);
        say("a lasso of 200 corners: median %.1f ms", lasso[REPAINTS / 2]);
        assertThat(found).isPositive();
        assertThat(hover[REPAINTS / 2]).isLessThan(16);
    }

    /// The median by the clock, in ms, from the change to the painted image; what the JavaFX thread
    /// computed meanwhile tells whether the machine did other things too.
    private static double measure(MapCanvas canvas, String what, IntConsumer change)
            throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] passed = new double[REPAINTS];
        double[] computed = new double[REPAINTS];
        for (int turn = 0; turn < REPAINTS; turn++) {
            int now = turn;
            OnScreen.run(
                    () -> {
                        long cpu = threads.getCurrentThreadCpuTime();
                        long began = System.nanoTime();
                        change.accept(now);
                        canvas.paint();
                        passed[now] = (System.nanoTime() - began) / 1e6;
                        computed[now] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
                    });
            Thread.sleep(20);
        }
        Arrays.sort(passed);
        Arrays.sort(computed);
        say(
                "repaint of %,d points %s: median %.1f ms, worst %.1f ms of computing; %.1f and"
                        + " %.1f ms by the clock",
                POINTS,
                what,
                computed[REPAINTS / 2],
                computed[REPAINTS - 1],
                passed[REPAINTS / 2],
                passed[REPAINTS - 1]);
        return passed[REPAINTS / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println("benchmark: " + String.format(Locale.ROOT, format, values));
    }
}
