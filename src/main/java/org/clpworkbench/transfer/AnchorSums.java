package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.job.Progress;

import java.util.function.BiFunction;

/// Sums over all anchors, a block of them at a time and in order, in F64.
final class AnchorSums {
    static final int BLOCK = 1024;

    private AnchorSums() {}

    /// Adds to `sum` what `product` makes of each block.
    ///
    /// @param product of the first anchor of a block and how many there are
    static void add(
            double[] sum,
            Anchors anchors,
            Progress progress,
            BiFunction<Integer, Integer, double[]> product) {
        OrderedBlocks.run(
                Math.ceilDiv(anchors.count(), BLOCK),
                block -> {
                    int from = block * BLOCK;
                    progress.checkCancelled();
                    return product.apply(from, Math.min(BLOCK, anchors.count() - from));
                },
                values -> {
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] += values[at];
                    }
                });
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
