package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyTest {
    @Test
    void countsEqualWeightsWhateverTheirSign() {
        assertThat(Entropy.effective(new double[] {9, 0.5, -0.5, 0.5, 0.5}, 1, 4))
                .isCloseTo(4, within(1e-12));
        // shares 3/4 and 1/4: exp(0.75 ln(4/3) + 0.25 ln 4) = 1.7548
        assertThat(Entropy.effective(new double[] {3, 1}, 0, 2)).isCloseTo(1.7548, within(1e-4));
        assertThat(Entropy.effective(new double[] {0, 0}, 0, 2)).isZero();
    }
}
