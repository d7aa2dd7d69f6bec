package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

class PrincipalComponentsTest {
    private static final int ROWS = 700;

    /// Columns of deviation 1, 0.9, 0.81, … turned by 45° in pairs, around a mean that is not 0.
    private static Rows made(int width) {
        var random = new SplittableRandom(width);
        float[] values = new float[ROWS * width];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < width; column += 2) {
                double one = random.nextGaussian() * Math.pow(0.9, column);
                double other = random.nextGaussian() * Math.pow(0.9, column + 1);
                values[row * width + column] = (float) (3 + (one - other) / Math.sqrt(2));
                values[row * width + column + 1] = (float) (3 + (one + other) / Math.sqrt(2));
            }
        }
        return Rows.of(values, width);
    }

    /// 10 columns are searched whole, 600 by iteration.
    @ParameterizedTest
    @ValueSource(ints = {10, 600})
    void areTheRightSingularVectorsOfTheCentredMatrix(int width) {
        Rows rows = made(width);
        var found = PrincipalComponents.of(rows, 2, 1, Progress.unwatched());
        float[] scores = found.scores(rows, Progress.unwatched());

        DMatrixRMaj centred = centred(rows);
        double variance = NormOps_DDRM.normF(centred) * NormOps_DDRM.normF(centred) / ROWS;
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(ROWS, width, true, true, true);
        assertThat(svd.decompose(centred.copy())).isTrue();
        DMatrixRMaj left = svd.getU(null, false);
        DMatrixRMaj singular = svd.getW(null);
        DMatrixRMaj right = svd.getV(null, false);
        SingularOps_DDRM.descendingOrder(left, false, singular, right, false);
        for (int axis = 0; axis < 2; axis++) {
            double value = singular.get(axis, axis);
            assertThat(found.variances()[axis]).isCloseTo(value * value / ROWS, within(1e-6));
            double cosine = 0;
            for (int column = 0; column < width; column++) {
                cosine += right.get(column, axis) * found.axes()[axis][column];
            }
            assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-6));
            // scores are U · S
            for (int row = 0; row < ROWS; row += 71) {
                double expected = left.get(row, axis) * value * Math.signum(cosine);
                assertThat((double) scores[row * 2 + axis]).isCloseTo(expected, within(1e-3));
            }
        }
        double both = found.variances()[0] + found.variances()[1];
        assertThat(found.share(2)).isCloseTo(both / variance, within(1e-6));
    }

    private static DMatrixRMaj centred(Rows rows) {
        int width = rows.width();
        var centred = new DMatrixRMaj(ROWS, width);
        float[] values = rows.read(0, ROWS);
        for (int column = 0; column < width; column++) {
            double mean = 0;
            for (int row = 0; row < ROWS; row++) {
                mean += values[row * width + column] / (double) ROWS;
            }
            for (int row = 0; row < ROWS; row++) {
                centred.set(row, column, values[row * width + column] - mean);
            }
        }
        return centred;
    }

    @Test
    void liesAlongALineThatAllRowsStandOn() {
        // (0, 0), (3, 4), (6, 8): direction (0.6, 0.8), variance 2/3 · 5²
        Rows line = Rows.of(new float[] {0, 0, 3, 4, 6, 8}, 2);
        var found = PrincipalComponents.of(line, 2, 1, Progress.unwatched());
        assertThat(found.axes()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-9));
        assertThat(found.variances()).containsExactly(new double[] {50 / 3.0, 0}, within(1e-9));
        assertThat(found.share(1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesValuesThatAreNoNumbers() {
        Rows broken = Rows.of(new float[] {1, 2, Float.NaN, 4, 5, 6}, 2);
        assertThatThrownBy(() -> PrincipalComponents.of(broken, 2, 1, Progress.unwatched()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no numbers");
    }
}
