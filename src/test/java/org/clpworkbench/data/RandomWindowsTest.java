package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.stream.IntStream;

class RandomWindowsTest {
    private final int[] tokens = IntStream.range(0, 1000).map(i -> 3 * i).toArray();

    @Test
    void targetsAreTheTokensThatFollow() {
        Batch batch = new RandomWindows(Tokens.of(tokens), new NextToken(), 4, 8, 1).batch(1);

        assertThat(batch.rows()).isEqualTo(4);
        assertThat(batch.tokens()).isEqualTo(4 * 8);
        for (int i = 0; i < batch.tokens(); i++) {
            assertThat(batch.targets()[i]).isEqualTo(batch.inputs()[i] + 3);
        }
    }

    @Test
    void aBatchDependsOnSeedAndStepAlone() {
        var windows = new RandomWindows(Tokens.of(tokens), new NextToken(), 4, 8, 1);
        windows.batch(6);

        assertThat(windows.batch(7).inputs())
                .isEqualTo(
                        new RandomWindows(Tokens.of(tokens), new NextToken(), 4, 8, 1)
                                .batch(7)
                                .inputs())
                .isNotEqualTo(windows.batch(8).inputs())
                .isNotEqualTo(
                        new RandomWindows(Tokens.of(tokens), new NextToken(), 4, 8, 2)
                                .batch(7)
                                .inputs());
    }

    @Test
    void aTextOfOneWindowGivesThatWindow() {
        int[] nine = IntStream.range(0, 9).toArray();

        assertThat(new RandomWindows(Tokens.of(nine), new NextToken(), 1, 8, 5).batch(1).inputs())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThatThrownBy(() -> new RandomWindows(Tokens.of(nine), new NextToken(), 1, 9, 5))
                .hasMessage("9 tokens are too few for a window of 10.");
    }

    @Test
    void neighbouringStepsSeeDifferentWindows() {
        int[] many = IntStream.range(0, 1_000_000).toArray();
        var windows = new RandomWindows(Tokens.of(many), new NextToken(), 8, 4, 1);
        var starts = new HashSet<Long>();
        for (int step = 1; step <= 100; step++) {
            long[] inputs = windows.batch(step).inputs();
            for (int row = 0; row < 8; row++) {
                starts.add(inputs[row * 4]);
            }
        }

        // 800 draws of 1,000,000 meet 800² / 2 / 1,000,000 < 1 time
        assertThat(starts).hasSizeGreaterThan(790);
    }
}
