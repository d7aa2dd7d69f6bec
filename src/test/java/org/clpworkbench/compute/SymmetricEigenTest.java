package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    @Test
    void findsTheAxesOfAMatrixByHand() {
        // (2 1; 1 2): 1 along (1, −1) and 3 along (1, 1)
        var eigen = SymmetricEigen.of(new double[] {2, 1, 1, 2}, 2);
        assertThat(eigen.values()).containsExactly(new double[] {1, 3}, within(1e-12));
        double[] greatest = eigen.vector(1);
        assertThat(greatest[0]).isCloseTo(greatest[1], within(1e-12));
        assertThat(Math.abs(greatest[0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
        double[] least = eigen.vector(0);
        assertThat(least[0]).isCloseTo(-least[1], within(1e-12));
    }
}
