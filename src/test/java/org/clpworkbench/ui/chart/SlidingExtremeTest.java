package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

class SlidingExtremeTest {
    private static final int COUNT = 3000;

    /// Of falling values every one of the window is a candidate for the highest.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 16, 17, 100, 1000})
    void isTheExtremeOfTheLastValuesOfTheWindow(int window) {
        double[] values = new SplittableRandom(3).doubles(COUNT).toArray();
        for (int i = 500; i < 2000; i++) {
            values[i] = 2 - i / 1000.0;
        }
        var low = new SlidingExtreme(-1);
        var high = new SlidingExtreme(1);
        for (int i = 0; i < COUNT; i++) {
            double[] last = Arrays.copyOfRange(values, Math.max(0, i + 1 - window), i + 1);
            assertThat(low.next(values[i], window))
                    .isEqualTo(Arrays.stream(last).min().orElseThrow());
            assertThat(high.next(values[i], window))
                    .isEqualTo(Arrays.stream(last).max().orElseThrow());
        }
    }
}
