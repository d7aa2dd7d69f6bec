package org.clpworkbench.transfer;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.function.Function;

/// How some rows of a matrix lie to each other.
///
/// @param norms of these rows
/// @param collapse mean cosine of the rows to their mean, −1 to 1; 1 means all alike
/// @param rank participation ratio of the rows' singular values after their mean is taken away,
///   (Σσ²)² / Σσ⁴: how many directions they spread over (over a sample where one is given)
record RowFigures(Norms norms, double collapse, double rank) {
    private record Part(double[] norms, double[] sum) {}

    /// @param ids the rows, ascending
    /// @param sample at most some thousands of them
    static RowFigures of(TokenRows matrix, int[] ids, int[] sample, Progress progress) {
        int width = matrix.width();
        double[] norms = new double[ids.length];
        double[] mean = new double[width];
        int[] done = {0};
        int size = BlockRows.of(width);
        blocks(
                ids,
                size,
                progress,
                block -> part(matrix.gather(block), width),
                part -> {
                    System.arraycopy(part.norms, 0, norms, done[0], part.norms.length);
                    done[0] += part.norms.length;
                    Arrays.setAll(mean, column -> mean[column] + part.sum[column]);
                });
        Arrays.setAll(mean, column -> mean[column] / Math.max(1, ids.length));
        double length = Math.sqrt(Arrays.stream(mean).map(value -> value * value).sum());
        double[] cosines = {0};
        blocks(
                ids,
                size,
                progress,
                block -> cosines(matrix.gather(block), mean, length),
                sum -> cosines[0] += sum);
        return new RowFigures(
                Norms.of(norms),
                ids.length == 0 ? 0 : cosines[0] / ids.length,
                rank(matrix.gather(sample), width));
    }

    private static <T> void blocks(
            int[] ids,
            int size,
            Progress progress,
            Function<int[], T> compute,
            OrderedBlocks.Taker<T, RuntimeException> taker) {
        OrderedBlocks.run(
                Math.ceilDiv(ids.length, size),
                number -> {
                    progress.checkCancelled();
                    int from = number * size;
                    int to = Math.min(from + size, ids.length);
                    return compute.apply(Arrays.copyOfRange(ids, from, to));
                },
                taker);
    }

    private static Part part(float[] rows, int width) {
        double[] norms = new double[rows.length / width];
        double[] sum = new double[width];
        for (int row = 0; row < norms.length; row++) {
            double squares = 0;
            for (int column = 0; column < width; column++) {
                double value = rows[row * width + column];
                sum[column] += value;
                squares += value * value;
            }
            norms[row] = Math.sqrt(squares);
        }
        return new Part(norms, sum);
    }

    private static double cosines(float[] rows, double[] mean, double length) {
        double sum = 0;
        for (int from = 0; from < rows.length; from += mean.length) {
            double dot = 0;
            double squares = 0;
            for (int column = 0; column < mean.length; column++) {
                double value = rows[from + column];
                dot += value * mean[column];
                squares += value * value;
            }
            double product = length * Math.sqrt(squares);
            sum += product > 0 ? dot / product : 0;
        }
        return sum;
    }

    /// From the Gram matrix G of the centred rows: tr(G)² / ‖G‖². Takes the mean away from `rows`
    /// itself.
    static double rank(float[] rows, int width) {
        int count = rows.length / width;
        double[] mean = new double[width];
        for (int at = 0; at < rows.length; at++) {
            mean[at % width] += rows[at] / (double) count;
        }
        double trace = 0;
        for (int at = 0; at < rows.length; at++) {
            rows[at] = (float) (rows[at] - mean[at % width]);
            trace += (double) rows[at] * rows[at];
        }
        if (!(trace > 0)) {
            return 0;
        }
        double squares = 0;
        try (var matrices = Matrices.onAnyDevice();
                Matrix x = matrices.of(rows, count, width);
                Matrix gram = x.timesTransposed(x)) {
            for (float value : gram.floats()) {
                squares += (double) value * value;
            }
        }
        return trace * trace / squares;
    }
}
