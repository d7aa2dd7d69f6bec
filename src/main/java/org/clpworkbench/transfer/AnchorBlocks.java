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

    /// What one block adds to a sum of matrices.
    @FunctionalInterface
    interface Term {
        /// @param matrices closes what is given, and whatever is left open beside it
        /// @param from the block's first anchor
        Matrix of(Matrices matrices, int from, int count);
    }

    private record Part(Matrices matrices, Matrix term) implements AutoCloseable {
        static Part of(Term term, int from, int count) {
            var matrices = Matrices.onAnyDevice();
            try {
                return new Part(matrices, term.of(matrices, from, count));
            } catch (RuntimeException failure) {
                matrices.close();
                throw failure;
            }
        }

        @Override
        public void close() {
            matrices.close();
        }
    }

    /// The sum over all blocks, rows × columns. Terms stay out of Java's heap: for wide rows there
    /// would be a gigabyte of them.
    static double[] sum(Anchors anchors, int rows, int columns, Progress progress, Term term) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix sum = matrices.of(new double[rows * columns], rows, columns)) {
            run(
                    anchors,
                    progress,
                    (from, count) -> Part.of(term, from, count),
                    part -> {
                        try (part) {
                            sum.add(part.term);
                        }
                    });
            return sum.doubles();
        }
    }

    /// Adds to `sum` what `term` makes of each block.
    ///
    /// @param term of the first anchor of a block and how many there are
    static void add(
            double[] sum,
            Anchors anchors,
            Progress progress,
            BiFunction<Integer, Integer, double[]> term) {
        run(
                anchors,
                progress,
                term,
                values -> {
                    for (int at = 0; at < sum.length; at++) {
                        sum[at] += values[at];
                    }
                });
    }

    private static <T> void run(
            Anchors anchors,
            Progress progress,
            BiFunction<Integer, Integer, T> compute,
            OrderedBlocks.Taker<T, RuntimeException> taker) {
        int size = size(anchors);
        OrderedBlocks.run(
                Math.ceilDiv(anchors.count(), size),
                block -> {
                    int from = block * size;
                    progress.checkCancelled();
                    return compute.apply(from, Math.min(size, anchors.count() - from));
                },
                taker);
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

    /// FᵀE: width × source width.
    ///
    /// @param features of the first anchor of a block and how many there are: the block's F, row by
    ///   row, `width` numbers each
    static double[] transposedTimesRows(
            Anchors anchors,
            int width,
            Progress progress,
            BiFunction<Integer, Integer, double[]> features) {
        return sum(
                anchors,
                width,
                anchors.sourceWidth(),
                progress,
                (matrices, from, count) -> {
                    double[] rows = UnitRows.doubles(anchors.rows(from, count));
                    try (Matrix f = matrices.of(features.apply(from, count), count, width);
                            Matrix e = matrices.of(rows, count, anchors.sourceWidth())) {
                        return f.transposedTimes(e);
                    }
                });
    }
}
