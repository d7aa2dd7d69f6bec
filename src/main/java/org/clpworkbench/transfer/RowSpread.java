package org.clpworkbench.transfer;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How the rows of a matrix are spread: mean and standard deviation of each column, and row norms.
record RowSpread(double[] mean, double[] deviation, Norms norms) {
    private record Part(double[] sum, double[] squares, double[] norms) {}

    static RowSpread of(TokenRows matrix, Progress progress) {
        int rows = matrix.count();
        int size = BlockRows.of(matrix.width());
        double[] sum = new double[matrix.width()];
        double[] squares = new double[matrix.width()];
        double[] norms = new double[rows];
        int[] done = {0};
        OrderedBlocks.run(
                Math.ceilDiv(rows, size),
                block -> {
                    progress.checkCancelled();
                    int from = block * size;
                    return part(matrix, from, Math.min(size, rows - from));
                },
                part -> {
                    for (int column = 0; column < sum.length; column++) {
                        sum[column] += part.sum[column];
                        squares[column] += part.squares[column];
                    }
                    System.arraycopy(part.norms, 0, norms, done[0], part.norms.length);
                    done[0] += part.norms.length;
                    progress.update(done[0], rows, "rows");
                });
        double[] deviation = new double[sum.length];
        for (int column = 0; column < sum.length; column++) {
            sum[column] /= rows;
            double variance = squares[column] / rows - sum[column] * sum[column];
            deviation[column] = Math.sqrt(Math.max(0, variance));
        }
        return new RowSpread(sum, deviation, Norms.of(norms));
    }

    private static Part part(TokenRows matrix, int from, int count) {
        int width = matrix.width();
        double[] sum = new double[width];
        double[] squares = new double[width];
        double[] norms = new double[count];
        float[] block = matrix.read(from, count);
        for (int row = 0; row < count; row++) {
            double norm = 0;
            for (int column = 0; column < width; column++) {
                double value = block[row * width + column];
                sum[column] += value;
                squares[column] += value * value;
                norm += value * value;
            }
            norms[row] = Math.sqrt(norm);
        }
        return new Part(sum, squares, norms);
    }

    /// Draws mean + scale · N(0, deviation) into a row of `target`.
    void draw(RandomGenerator random, double scale, float[] target, int at) {
        for (int column = 0; column < mean.length; column++) {
            double noise = scale * deviation[column] * random.nextGaussian();
            target[at + column] = (float) (mean[column] + noise);
        }
    }

    /// The Euclidean distance of a row to the mean.
    double toMean(float[] row) {
        double sum = 0;
        for (int column = 0; column < mean.length; column++) {
            sum += (row[column] - mean[column]) * (row[column] - mean[column]);
        }
        return Math.sqrt(sum);
    }

    /// The same of the matrix's own rows, root mean square.
    double usualToMean() {
        return Math.sqrt(Arrays.stream(deviation).map(each -> each * each).sum());
    }

    /// The mean as a row.
    void mean(float[] target, int at) {
        for (int column = 0; column < mean.length; column++) {
            target[at + column] = (float) mean[column];
        }
    }
}
