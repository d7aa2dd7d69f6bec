package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Random;

class NegativeSamplingTest {
    private static final int DIMENSIONS = 7;
    private static final int OUTPUTS = 6;
    private static final double STEP = 1e-5;

    /// −log σ(v·u₀) − Σ log σ(−v·u_i), in F64.
    private static double loss(double[] input, double[][] outputs) {
        double loss = 0;
        for (int at = 0; at < outputs.length; at++) {
            double product = 0;
            for (int column = 0; column < input.length; column++) {
                product += input[column] * outputs[at][column];
            }
            loss += Math.log1p(Math.exp(at == 0 ? -product : product));
        }
        return loss;
    }

    @Test
    void movesEveryVectorDownTheGradientOfTheLoss() {
        var random = new Random(2);
        double[][] all = new double[1 + OUTPUTS][DIMENSIONS];
        float[][] moved = new float[1 + OUTPUTS][DIMENSIONS];
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column < DIMENSIONS; column++) {
                moved[row][column] = (float) random.nextGaussian();
                all[row][column] = moved[row][column];
            }
        }
        float[][] outputs = new float[OUTPUTS][];
        System.arraycopy(moved, 1, outputs, 0, OUTPUTS);
        new NegativeSampling(DIMENSIONS, OUTPUTS).step(moved[0], outputs, OUTPUTS, 1);

        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column < DIMENSIONS; column++) {
                double gradient = slope(all, row, column);
                assertThat(all[row][column] - moved[row][column])
                        .as("row %d column %d", row, column)
                        .isCloseTo(gradient, within(1e-4));
            }
        }
    }

    private static double slope(double[][] all, int row, int column) {
        double value = all[row][column];
        double[][] outputs = new double[OUTPUTS][];
        System.arraycopy(all, 1, outputs, 0, OUTPUTS);
        all[row][column] = value + STEP;
        double above = loss(all[0], outputs);
        all[row][column] = value - STEP;
        double below = loss(all[0], outputs);
        all[row][column] = value;
        return (above - below) / (2 * STEP);
    }

    @Test
    void knowsTheSigmoidToItsStatedError() {
        for (double x = -20; x <= 20; x += 0.0137) {
            double exact = 1 / (1 + Math.exp(-(float) x));
            assertThat((double) Sigmoid.of((float) x)).isCloseTo(exact, within(4e-6));
        }
        assertThat(Sigmoid.of(Float.NaN)).isZero();
    }
}
