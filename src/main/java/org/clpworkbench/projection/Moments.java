package org.clpworkbench.projection;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

/// The mean and the covariance of a matrix's rows. The covariance is never written down: it is only
/// asked what it makes of some vectors, block by block of rows, so that a wide matrix needs no
/// width × width one.
final class Moments {
    private final Rows rows;
    private final double[] mean;
    private final double variance;

    private Moments(Rows rows, double[] mean, double variance) {
        this.rows = rows;
        this.mean = mean;
        this.variance = variance;
    }

    /// @throws IllegalArgumentException when a value is NaN or infinite
    static Moments of(Rows rows, Progress progress) {
        int width = rows.width();
        double[] sums = new double[width + 1];
        blocks(
                rows,
                values -> sums(values, width),
                part -> {
                    progress.checkCancelled();
                    for (int at = 0; at <= width; at++) {
                        sums[at] += part[at];
                    }
                });
        double[] mean = new double[width];
        double variance = sums[width] / rows.count();
        for (int at = 0; at < width; at++) {
            mean[at] = sums[at] / rows.count();
            variance -= mean[at] * mean[at];
        }
        if (!Double.isFinite(variance)) {
            throw new ToldArgumentException(Sentence.of(Moments.class, "rows.infinite"));
        }
        return new Moments(rows, mean, Math.max(0, variance));
    }

    double[] mean() {
        return mean;
    }

    /// The sum of all columns' variances.
    double variance() {
        return variance;
    }

    /// Covariance × vectors: vectors.length × width.
    double[][] times(double[][] vectors, Progress progress) {
        int width = rows.width();
        int many = vectors.length;
        double[] sum = new double[width * many];
        double[] flat = flat(vectors, width);
        blocks(
                rows,
                values -> product(values, flat, width, many),
                part -> {
                    progress.checkCancelled();
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] += part[at];
                    }
                });
        double[][] products = new double[many][width];
        for (int vector = 0; vector < many; vector++) {
            double along = dot(mean, vectors[vector]);
            for (int at = 0; at < width; at++) {
                products[vector][at] = sum[at * many + vector] / rows.count() - mean[at] * along;
            }
        }
        return products;
    }

    /// Row-major, width × vectors.
    private static double[] flat(double[][] vectors, int width) {
        double[] flat = new double[width * vectors.length];
        for (int vector = 0; vector < vectors.length; vector++) {
            for (int at = 0; at < width; at++) {
                flat[at * vectors.length + vector] = vectors[vector][at];
            }
        }
        return flat;
    }

    private static double[] product(double[] values, double[] flat, int width, int many) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix block = matrices.of(values, values.length / width, width);
                Matrix vectors = matrices.of(flat, width, many);
                Matrix along = block.times(vectors);
                Matrix back = block.transposedTimes(along)) {
            return back.doubles();
        }
    }

    private static double[] sums(double[] values, int width) {
        double[] sums = new double[width + 1];
        for (int at = 0; at < values.length; at++) {
            sums[at % width] += values[at];
            sums[width] += values[at] * values[at];
        }
        return sums;
    }

    @FunctionalInterface
    private interface OnBlock {
        double[] of(double[] values);
    }

    private static void blocks(
            Rows rows, OnBlock work, OrderedBlocks.Taker<double[], RuntimeException> taker) {
        int size = BlockRows.of(rows.width());
        OrderedBlocks.run(
                Math.ceilDiv(rows.count(), size),
                block -> {
                    int from = block * size;
                    float[] read = rows.read(from, Math.min(size, rows.count() - from));
                    double[] values = new double[read.length];
                    for (int at = 0; at < read.length; at++) {
                        values[at] = read[at];
                    }
                    return work.of(values);
                },
                taker);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int at = 0; at < a.length; at++) {
            sum += a[at] * b[at];
        }
        return sum;
    }
}
