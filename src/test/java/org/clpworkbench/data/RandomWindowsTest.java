package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class RandomWindowsTest {
    private final int[] tokens = IntStream.range(0, 1000).map(i -> 3 * i).toArray();

    @Test
    void targetsAreTheTokensThatFollow() {
        Batch batch = new RandomWindows(tokens, 4, 8, 1).batch(1);

        assertThat(batch.rows()).isEqualTo(4);
        assertThat(batch.tokens()).isEqualTo(4 * 8);
        for (int i = 0; i < batch.tokens(); i++) {
            assertThat(batch.targets()[i]).isEqualTo(batch.inputs()[i] + 3);
        }
    }

    @Test
    void aBatchDependsOnSeedAndStepAlone() {
        var windows = new RandomWindows(tokens, 4, 8, 1);
        windows.batch(6);

        assertThat(windows.batch(7).inputs())
                .isEqualTo(new RandomWindows(tokens, 4, 8, 1).batch(7).inputs())
                .isNotEqualTo(windows.batch(8).inputs())
                .isNotEqualTo(new RandomWindows(tokens, 4, 8, 2).batch(7).inputs());
    }

    @Test
    void aTextOfOneWindowGivesThatWindow() {
        int[] nine = IntStream.range(0, 9).toArray();

        assertThat(new RandomWindows(nine, 1, 8, 5).batch(1).inputs())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThatThrownBy(() -> new RandomWindows(nine, 1, 9, 5))
                .hasMessage("9 tokens are too few for a window of 10.");
    }
}
