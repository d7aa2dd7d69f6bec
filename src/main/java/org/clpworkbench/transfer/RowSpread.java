package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How the rows of a matrix are spread: mean and standard deviation of each column, and row norms.
record RowSpread(double[] mean, double[] deviation, double largestNorm, double medianNorm) {
    private static final int BLOCK = 4096;

    static RowSpread of(Tensor matrix, Progress progress) {
        int rows = Math.toIntExact(matrix.entry().shape().get(0));
        int width = Math.toIntExact(matrix.entry().shape().get(1));
        double[] sum = new double[width];
        double[] squares = new double[width];
        double[] norms = new double[rows];
        for (int from = 0; from < rows; from += BLOCK) {
            progress.checkCancelled();
            int count = Math.min(BLOCK, rows - from);
            float[] block = matrix.rows(from, count);
            for (int row = 0; row < count; row++) {
                double norm = 0;
                for (int column = 0; column < width; column++) {
                    double value = block[row * width + column];
                    sum[column] += value;
                    squares[column] += value * value;
                    norm += value * value;
                }
                norms[from + row] = Math.sqrt(norm);
            }
        }
        double[] deviation = new double[width];
        for (int column = 0; column < width; column++) {
            sum[column] /= rows;
            double variance = squares[column] / rows - sum[column] * sum[column];
            deviation[column] = Math.sqrt(Math.max(0, variance));
        }
        Arrays.sort(norms);
        return new RowSpread(sum, deviation, norms[rows - 1], median(norms));
    }

    /// Of sorted values; 0 of none.
    static double median(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// Draws mean + scale · N(0, deviation) into a row of `target`.
    void draw(RandomGenerator random, double scale, float[] target, int at) {
        for (int column = 0; column < mean.length; column++) {
            double noise = scale * deviation[column] * random.nextGaussian();
            target[at + column] = (float) (mean[column] + noise);
        }
    }

    /// The mean as a row.
    void mean(float[] target, int at) {
        for (int column = 0; column < mean.length; column++) {
            target[at + column] = (float) mean[column];
        }
    }
}
