package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.BitSet;

/// CLP-Transfer as published: the weight of an anchor is its cosine to the missing token, over the
/// sum of all cosines. Nothing in that is non-linear, so with unit rows ĥ
///
///     A = Ĥ_Oᵀ E_O    b = Σ_O ĥ_v    x_t = (ĥ_t A) / (ĥ_t · b)
///
/// and the |M| × |O| cosines are never made. All in F64: where cosines nearly cancel, F32 sums are
/// off by a visible part of a row.
final class Proportional implements Weighting {
    /// Below this mean cosine (in size) a row has no information, only noise of huge norm.
    private static final double SMALLEST_MEAN_COSINE = 1e-6;

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        int width = anchors.spaceWidth();
        double[] product =
                AnchorBlocks.transposedTimesRows(
                        anchors,
                        width,
                        progress,
                        (from, count) -> UnitRows.of(anchors.vectors(from, count), width));
        double[] sum = new double[width];
        AnchorBlocks.add(
                sum,
                anchors,
                progress,
                (from, count) ->
                        columnSums(UnitRows.of(anchors.vectors(from, count), width), width));
        var matrices = Matrices.onAnyDevice();
        var a = matrices.of(product, width, anchors.sourceWidth());
        return new Fitted(anchors, matrices, a, sum);
    }

    private static double[] columnSums(double[] rows, int width) {
        double[] sums = new double[width];
        for (int at = 0; at < rows.length; at++) {
            sums[at % width] += rows[at];
        }
        return sums;
    }

    private record Fitted(Anchors anchors, Matrices matrices, Matrix a, double[] sum)
            implements Combination {
        @Override
        public Block combine(int[] ids, float[] vectors) {
            double[] unit = UnitRows.of(vectors, sum.length);
            double[] rows;
            try (Matrix h = matrices.of(unit, ids.length, sum.length);
                    Matrix product = h.times(a)) {
                rows = product.doubles();
            }
            var without = new BitSet();
            int width = anchors.sourceWidth();
            for (int at = 0; at < ids.length; at++) {
                double denominator = denominator(unit, at);
                if (Math.abs(denominator) < SMALLEST_MEAN_COSINE * anchors.count()) {
                    without.set(at);
                    continue;
                }
                for (int column = at * width; column < (at + 1) * width; column++) {
                    rows[column] /= denominator;
                }
            }
            return new Block(UnitRows.floats(rows), without);
        }

        private double denominator(double[] unit, int row) {
            double denominator = 0;
            for (int column = 0; column < sum.length; column++) {
                denominator += unit[row * sum.length + column] * sum[column];
            }
            return denominator;
        }

        @Override
        public double[] weights(float[] vectors) {
            double[] unit = UnitRows.of(vectors, sum.length);
            int count = vectors.length / sum.length;
            try (Matrix h = matrices.of(unit, count, sum.length)) {
                double[] weights =
                        AnchorBlocks.timesTransposed(
                                h,
                                anchors,
                                (from, size) ->
                                        UnitRows.of(anchors.vectors(from, size), sum.length));
                for (int row = 0; row < count; row++) {
                    double denominator = denominator(unit, row);
                    int next = (row + 1) * anchors.count();
                    for (int at = row * anchors.count(); at < next; at++) {
                        weights[at] /= denominator;
                    }
                }
                return weights;
            }
        }

        @Override
        public void close() {
            matrices.close();
        }
    }
}
