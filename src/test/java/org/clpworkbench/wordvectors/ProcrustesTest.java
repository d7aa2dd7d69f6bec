package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class ProcrustesTest {
    private static final int DIMENSIONS = 12;

    @Test
    void recoversARotation() {
        var random = new Random(4);
        double[][] rotation = orthonormalRows(random);
        var procrustes = new Procrustes(DIMENSIONS);
        for (int pair = 0; pair < 100; pair++) {
            float[] to = new float[DIMENSIONS];
            float[] from = new float[DIMENSIONS];
            for (int at = 0; at < DIMENSIONS; at++) {
                from[at] = (float) random.nextGaussian();
            }
            for (int column = 0; column < DIMENSIONS; column++) {
                double sum = 0;
                for (int row = 0; row < DIMENSIONS; row++) {
                    sum += from[row] * rotation[row][column];
                }
                to[column] = (float) sum;
            }
            procrustes.add(from, to);
        }
        double[] found = procrustes.rotation();
        for (int row = 0; row < DIMENSIONS; row++) {
            for (int column = 0; column < DIMENSIONS; column++) {
                assertThat(found[row * DIMENSIONS + column])
                        .isCloseTo(rotation[row][column], within(1e-6));
            }
        }
    }

    @Test
    void turnsAQuarter() {
        // (1, 0) comes to lie on (0, 1), (0, 1) on (−1, 0): W = [[0, 1], [−1, 0]]
        var procrustes = new Procrustes(2);
        procrustes.add(new float[] {1, 0}, new float[] {0, 1});
        procrustes.add(new float[] {0, 1}, new float[] {-1, 0});
        double[] quarter = procrustes.rotation();
        assertThat(quarter).containsExactly(new double[] {0, 1, -1, 0}, within(1e-12));
        assertThat(Procrustes.rotated(new float[] {2, 3}, quarter))
                .containsExactly(new float[] {-3, 2}, within(1e-6f));
    }

    /// Gram-Schmidt on random vectors.
    private static double[][] orthonormalRows(Random random) {
        double[][] rows = new double[DIMENSIONS][DIMENSIONS];
        for (int row = 0; row < DIMENSIONS; row++) {
            for (int at = 0; at < DIMENSIONS; at++) {
                rows[row][at] = random.nextGaussian();
            }
            for (int before = 0; before < row; before++) {
                addScaled(rows[row], -product(rows[row], rows[before]), rows[before]);
            }
            addScaled(
                    rows[row], 1 / Math.sqrt(product(rows[row], rows[row])) - 1, rows[row].clone());
        }
        return rows;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum += a[at] * b[at];
        }
        return sum;
    }

    private static void addScaled(double[] to, double scale, double[] from) {
        for (int at = 0; at < to.length; at++) {
            to[at] += scale * from[at];
        }
    }
}
