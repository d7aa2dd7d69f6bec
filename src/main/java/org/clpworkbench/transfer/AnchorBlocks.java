package org.clpworkbench.transfer;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.job.Progress;

import java.util.function.BiFunction;

/// Sums over all anchors and products with them, a block of them at a time and in order, in F64.
final class AnchorBlocks {
    private AnchorBlocks() {}

    /// Anchors in a block.
    static int size(Anchors anchors) {
        return BlockRows.of(Math.max(anchors.spaceWidth(), anchors.sourceWidth()));
    }

    /// Adds to `sum` what `product` makes of each block.
    ///
    /// @param product of the first anchor of a block and how many there are
    static void add(
            double[] sum,
            Anchors anchors,
            Progress progress,
            BiFunction<Integer, Integer, double[]> product) {
        int size = size(anchors);
        OrderedBlocks.run(
                Math.ceilDiv(anchors.count(), size),
                block -> {
                    int from = block * size;
                    progress.checkCancelled();
                    return product.apply(from, Math.min(size, anchors.count() - from));
                },
                values -> {
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] += values[at];
                    }
                });
    }

    /// L Fᵀ: rows of `left` × |O|.
    ///
    /// @param left rows × width
    /// @param features of the first anchor of a block and how many there are: the block's F, row by
    ///   row, `width` numbers each
    static double[] timesTransposed(
            Matrix left, Anchors anchors, BiFunction<Integer, Integer, double[]> features) {
        int size = size(anchors);
        double[] all = new double[left.rows() * anchors.count()];
        for (int from = 0; from < anchors.count(); from += size) {
            int count = Math.min(size, anchors.count() - from);
            try (var matrices = Matrices.onAnyDevice();
                    Matrix f = matrices.of(features.apply(from, count), count, left.columns());
                    Matrix product = left.timesTransposed(f)) {
                double[] values = product.doubles();
                for (int row = 0; row < left.rows(); row++) {
                    System.arraycopy(values, row * count, all, row * anchors.count() + from, count);
                }
            }
        }
        return all;
    }

    /// Fᵀ E of one block: F with count rows, E the anchors' source rows.
    static double[] transposedTimesRows(
            double[] features, int width, Anchors anchors, int from, int count) {
        double[] rows = UnitRows.doubles(anchors.rows(from, count));
        try (var matrices = Matrices.onAnyDevice();
                Matrix f = matrices.of(features, count, width);
                Matrix e = matrices.of(rows, count, anchors.sourceWidth());
                Matrix product = f.transposedTimes(e)) {
            return product.doubles();
        }
    }
}
