package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.Random;

class LeaveOneOutTest {
    private static final int COUNT = 25;
    private static final int FEATURES = 3;

    @Test
    void predictsEachAnchorAsAMapFittedOnTheOthersWould() {
        var random = new Random(3);
        float[] helper = new float[COUNT * FEATURES];
        float[] source = new float[COUNT];
        for (int row = 0; row < COUNT; row++) {
            for (int column = 0; column < FEATURES; column++) {
                helper[row * FEATURES + column] = (float) random.nextGaussian();
            }
            source[row] = helper[row * FEATURES] + 0.5f * (float) random.nextGaussian() + 2;
        }
        var anchors = MadeAnchors.of(helper, FEATURES, source, 1);
        try (var matrices = Matrices.onAnyDevice()) {
            var choice = LeaveOneOut.choose(anchors, Progress.unwatched());
            double mean = 0;
            for (float value : source) {
                mean += value / (double) COUNT;
            }
            double residuals = 0;
            double deviations = 0;
            for (int left = 0; left < COUNT; left++) {
                double missed =
                        source[left] - without(left, helper, source, choice.lambda(), matrices);
                residuals += missed * missed;
                deviations += (source[left] - mean) * (source[left] - mean);
            }
            assertThat(choice.explained()).isCloseTo(1 - residuals / deviations, within(1e-9));
        }
    }

    /// Fits the ridge map on all rows but one and predicts that one.
    private static double without(
            int left, float[] helper, float[] source, double lambda, Matrices matrices) {
        int size = FEATURES + 1;
        double[] features = LinearMap.withBias(helper, FEATURES);
        double[] gram = new double[size * size];
        double[] cross = new double[size];
        for (int row = 0; row < COUNT; row++) {
            for (int a = 0; a < size && row != left; a++) {
                cross[a] += features[row * size + a] * source[row];
                for (int b = 0; b < size; b++) {
                    gram[a * size + b] += features[row * size + a] * features[row * size + b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            gram[a * size + a] += lambda;
        }
        Matrix map = matrices.of(gram, size, size).inverse().times(matrices.of(cross, size, 1));
        double prediction = 0;
        for (int a = 0; a < size; a++) {
            prediction += features[left * size + a] * map.doubles()[a];
        }
        return prediction;
    }
}
