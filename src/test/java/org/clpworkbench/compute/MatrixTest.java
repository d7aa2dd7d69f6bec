package org.clpworkbench.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void multipliesInAllThreeWays() {
        try (var matrices = Matrices.onAnyDevice()) {
            Matrix a = matrices.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
            Matrix b = matrices.of(new double[] {1, 0, 0, 1, 1, 1}, 3, 2);
            // row 1: 1·1+2·0+3·1 = 4, 1·0+2·1+3·1 = 5
            assertThat(a.times(b).doubles()).containsExactly(4, 5, 10, 11);
            // aᵀa: column 1 with itself 1·1+4·4 = 17, with column 2 1·2+4·5 = 22, …
            assertThat(a.transposedTimes(a).doubles())
                    .containsExactly(17, 22, 27, 22, 29, 36, 27, 36, 45);
            // aaᵀ: 1+4+9 = 14, 4+10+18 = 32, 16+25+36 = 77
            assertThat(a.timesTransposed(a).doubles()).containsExactly(14, 32, 32, 77);
        }
    }

    @Test
    void invertsClampsAndSums() {
        try (var matrices = Matrices.onAnyDevice()) {
            // [[2, 1], [1, 1]] · [[1, −1], [−1, 2]] = identity
            assertThat(matrices.of(new double[] {2, 1, 1, 1}, 2, 2).inverse().doubles())
                    .containsExactly(new double[] {1, -1, -1, 2}, within(1e-12));
            Matrix floats = matrices.of(new float[] {1, -2, 3, 4}, 2, 2);
            assertThat(floats.rowSums()).containsExactly(-1, 7);
            assertThat(floats.positivePart().floats()).containsExactly(1, 0, 3, 4);
        }
    }

    @Test
    void refusesFewerValuesThanElements() {
        try (var matrices = Matrices.onAnyDevice()) {
            assertThatThrownBy(() -> matrices.of(new float[3], 2, 2))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
