package org.clpworkbench.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChancesTest {
    /// Weights 1, 4, 2, 4 and 1 of 12; logits so large that their exponentials alone would
    /// overflow.
    private static final float[] LOGITS = {
        1000,
        1000 + (float) Math.log(4),
        1000 + (float) Math.log(2),
        1000 + (float) Math.log(4),
        1000
    };

    @Test
    void areTheSoftmaxOfTheLogits() {
        var chances = new Chances(LOGITS);
        assertThat(chances.of(0)).isCloseTo(1 / 12.0, within(1e-4));
        assertThat(chances.of(1)).isCloseTo(4 / 12.0, within(1e-4));
        assertThat(chances.of(2)).isCloseTo(2 / 12.0, within(1e-4));
    }

    @Test
    void nameTheLikeliestFirstAndOfEqualsTheLowerId() {
        assertThat(new Chances(LOGITS).likeliest(4)).containsExactly(1, 3, 2, 0);
        assertThat(new Chances(LOGITS).likeliest(9)).containsExactly(1, 3, 2, 0, 4);
    }
}
