package org.clpworkbench.projection;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.compute.SymmetricEigen;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The directions in which a matrix's rows differ most, found by subspace iteration from a seeded
/// beginning (Halko, Martinsson, Tropp 2011): exact at once where the matrix is narrow, else until
/// the two greatest variances do not change any more.
final class PrincipalComponents {
    private static final int NARROW = 512;
    private static final int SPARE = 14;
    private static final int MOST_PASSES = 40;
    private static final double SETTLED = 1e-9;
    private static final double NEARLY = 1e-4;

    private final double[] mean;
    private final double[][] axes;
    private final double[] variances;
    private final double all;

    private PrincipalComponents(Moments moments, double[][] axes, double[] variances) {
        this.mean = moments.mean();
        this.all = moments.variance();
        this.axes = axes;
        this.variances = variances;
    }

    /// Stage: "Finding principal axes".
    ///
    /// @param most axes, fewer where the matrix has not as many columns
    static PrincipalComponents of(Rows rows, int most, long seed, Progress progress) {
        progress.stage("Finding principal axes");
        var moments = Moments.of(rows, progress);
        int wanted = Math.min(most, rows.width());
        int width = rows.width();
        int searched = width <= NARROW ? width : Math.min(width, wanted + SPARE);
        double[][] basis = orthonormal(drawn(searched, width, seed));
        double[] before = new double[wanted];
        for (int pass = 1; ; pass++) {
            double[][] image = moments.times(basis, progress);
            progress.update(pass, 0, "passes");
            SymmetricEigen within = within(basis, image);
            double[] found = greatest(within, wanted);
            if (searched == width || pass == MOST_PASSES || settled(before, found)) {
                return new PrincipalComponents(moments, turned(basis, within, wanted), found);
            }
            before = found;
            basis = orthonormal(image);
        }
    }

    double[] mean() {
        return mean;
    }

    /// The directions, each of length 1, the greatest variance first.
    double[][] axes() {
        return axes;
    }

    /// The variance along each axis (over all rows, not over one less).
    double[] variances() {
        return variances;
    }

    /// The share of all variance that the first axes carry.
    double share(int first) {
        double some = Arrays.stream(variances).limit(first).sum();
        return all > 0 ? Math.min(1, some / all) : 0;
    }

    /// Rows × axes: each row in coordinates along the axes.
    float[] scores(Rows rows, Progress progress) {
        int many = axes.length;
        int width = rows.width();
        int size = BlockRows.of(width);
        var centred = new CentredRows(rows, mean);
        float[] directions = new float[width * many];
        for (int at = 0; at < directions.length; at++) {
            directions[at] = (float) axes[at % many][at / many];
        }
        float[] scores = new float[Math.multiplyExact(rows.count(), many)];
        int[] done = {0};
        OrderedBlocks.run(
                Math.ceilDiv(rows.count(), size),
                block -> {
                    int from = block * size;
                    int count = Math.min(size, rows.count() - from);
                    return product(centred.read(from, count), count, directions, width, many);
                },
                part -> {
                    progress.checkCancelled();
                    System.arraycopy(part, 0, scores, done[0] * many, part.length);
                    done[0] += part.length / many;
                });
        return scores;
    }

    private static float[] product(
            float[] values, int count, float[] directions, int width, int many) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix block = matrices.of(values, count, width);
                Matrix onto = matrices.of(directions, width, many);
                Matrix scores = block.times(onto)) {
            return scores.floats();
        }
    }

    private static double[][] drawn(int many, int width, long seed) {
        var random = new SplittableRandom(seed);
        double[][] vectors = new double[many][width];
        for (double[] vector : vectors) {
            Arrays.setAll(vector, _ -> random.nextGaussian());
        }
        return vectors;
    }

    /// What the covariance does within the basis, whose image is given.
    private static SymmetricEigen within(double[][] basis, double[][] image) {
        int many = basis.length;
        double[] products = new double[many * many];
        for (int a = 0; a < many; a++) {
            for (int b = 0; b < many; b++) {
                products[a * many + b] = Moments.dot(basis[a], image[b]);
            }
        }
        return SymmetricEigen.of(products, many);
    }

    private static double[] greatest(SymmetricEigen eigen, int wanted) {
        double[] greatest = new double[wanted];
        int last = eigen.values().length - 1;
        Arrays.setAll(greatest, at -> Math.max(0, eigen.values()[last - at]));
        return greatest;
    }

    private static boolean settled(double[] before, double[] now) {
        for (int at = 0; at < Math.min(2, now.length); at++) {
            if (Math.abs(now[at] - before[at]) > SETTLED * now[at]) {
                return false;
            }
        }
        double sum = Arrays.stream(now).sum();
        return Math.abs(sum - Arrays.stream(before).sum()) <= NEARLY * sum;
    }

    /// The basis turned onto the eigenvectors, the greatest first. An axis and its opposite are
    /// one: the largest component is made positive.
    private static double[][] turned(double[][] basis, SymmetricEigen eigen, int wanted) {
        int width = basis[0].length;
        double[][] axes = new double[wanted][width];
        for (int axis = 0; axis < wanted; axis++) {
            double[] mixture = eigen.vector(basis.length - 1 - axis);
            for (int vector = 0; vector < basis.length; vector++) {
                add(axes[axis], mixture[vector], basis[vector]);
            }
            double largest = 0;
            for (double value : axes[axis]) {
                largest = Math.abs(value) > Math.abs(largest) ? value : largest;
            }
            if (largest < 0) {
                for (int at = 0; at < width; at++) {
                    axes[axis][at] = -axes[axis][at];
                }
            }
        }
        return axes;
    }

    /// Gram and Schmidt, twice, since once leaves rounding behind. What depends on the others
    /// becomes 0.
    private static double[][] orthonormal(double[][] vectors) {
        for (int at = 0; at < vectors.length; at++) {
            double before = Math.sqrt(Moments.dot(vectors[at], vectors[at]));
            for (int turn = 0; turn < 2; turn++) {
                for (int other = 0; other < at; other++) {
                    add(vectors[at], -Moments.dot(vectors[at], vectors[other]), vectors[other]);
                }
            }
            double length = Math.sqrt(Moments.dot(vectors[at], vectors[at]));
            double scale = length > 1e-12 * before ? 1 / length : 0;
            for (int column = 0; column < vectors[at].length; column++) {
                vectors[at][column] *= scale;
            }
        }
        return vectors;
    }

    private static void add(double[] target, double times, double[] vector) {
        for (int at = 0; at < target.length; at++) {
            target[at] += times * vector[at];
        }
    }
}
