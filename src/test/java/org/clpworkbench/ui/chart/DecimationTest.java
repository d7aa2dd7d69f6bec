package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class DecimationTest {
    private static final int COLUMNS = 100;

    private final Series line = new Series();

    @Test
    void keepsTheTrueExtremes() {
        noise(50_000);
        line.add(50_000, 0, 0, 99);
        noise(50_000);
        line.add(100_001, 0, 0, -99);
        noise(10_000);
        Points points = new Decimation().of(line, extent(110_002));
        assertThat(points.size()).isLessThanOrEqualTo(2 * COLUMNS + 2);
        assertThat(highest(points)).isEqualTo(99);
        assertThat(lowest(points)).isEqualTo(-99);
    }

    @Test
    void everyPointLiesBetweenTheExtremesOfAColumnNearby() {
        noise(70_000);
        Points points = new Decimation().of(line, extent(70_000));
        for (int i = 0; i < line.size(); i++) {
            int column = Math.min(points.size() - 1, (int) (line.step(i) / 700));
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int c = Math.max(0, column - 1); c < Math.min(points.size(), column + 2); c++) {
                low = Math.min(low, points.low()[c]);
                high = Math.max(high, points.high()[c]);
            }
            assertThat(line.value(i)).isBetween(low, high);
        }
    }

    @Test
    void aLineThatGrewIsThinnedAsIfItHadBeenThereAtOnce() {
        var growing = new Decimation();
        for (int piece = 0; piece < 40; piece++) {
            noise(997);
            growing.of(line, extent(60_000));
        }
        Points grown = growing.of(line, extent(60_000));
        Points atOnce = new Decimation().of(line, extent(60_000));
        assertThat(Arrays.copyOf(grown.x(), grown.size()))
                .isEqualTo(Arrays.copyOf(atOnce.x(), atOnce.size()));
        assertThat(Arrays.copyOf(grown.high(), grown.size()))
                .isEqualTo(Arrays.copyOf(atOnce.high(), atOnce.size()));
    }

    @Test
    void aLineThatWasCutIsThinnedAnew() {
        noise(50_000);
        line.add(50_000, 0, 0, 99);
        var decimation = new Decimation();
        decimation.of(line, extent(60_000));
        line.truncateAfter(40_000);
        noise(20_000);
        assertThat(highest(decimation.of(line, extent(60_000)))).isLessThan(99);
    }

    @Test
    void aGapStaysAGap() {
        noise(5_000);
        line.add(5_000, 0, 0, Double.NaN);
        noise(5_000);
        Points points = new Decimation().of(line, extent(10_000));
        assertThat(Arrays.stream(points.low(), 0, points.size()).filter(Double::isNaN).count())
                .isEqualTo(1);
    }

    @Test
    void fewPointsAreDrawnAsTheyAre() {
        noise(50);
        Points points = new Decimation().of(line, extent(50));
        assertThat(points.dense()).isFalse();
        assertThat(points.size()).isEqualTo(50);
    }

    private void noise(int count) {
        var random = new SplittableRandom(7);
        int from = line.size();
        for (int i = 0; i < count; i++) {
            line.add(from + i, 0, 0, random.nextDouble());
        }
    }

    private static Extent extent(double to) {
        return new Extent(Horizontal.STEPS, Scale.LINEAR, 0, to, COLUMNS);
    }

    private static double highest(Points points) {
        return Arrays.stream(points.high(), 0, points.size()).max().orElseThrow();
    }

    private static double lowest(Points points) {
        return Arrays.stream(points.low(), 0, points.size()).min().orElseThrow();
    }
}
