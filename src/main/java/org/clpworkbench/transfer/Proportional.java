package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
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

    private static final int BLOCK = 1024;

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        double[] noCentre = new double[anchors.helperWidth()];
        double[] sum = new double[anchors.helperWidth()];
        double[] product = new double[anchors.helperWidth() * anchors.sourceWidth()];
        var matrices = Matrices.onAnyDevice();
        for (int from = 0; from < anchors.count(); from += BLOCK) {
            progress.checkCancelled();
            int count = Math.min(BLOCK, anchors.count() - from);
            double[] helper =
                    UnitRows.of(slice(anchors.helper(), from, count, noCentre.length), noCentre);
            for (int at = 0; at < helper.length; at++) {
                sum[at % sum.length] += helper[at];
            }
            double[] source =
                    UnitRows.doubles(slice(anchors.source(), from, count, anchors.sourceWidth()));
            try (Matrix h = matrices.of(helper, count, sum.length);
                    Matrix e = matrices.of(source, count, anchors.sourceWidth());
                    Matrix part = h.transposedTimes(e)) {
                double[] values = part.doubles();
                Arrays.setAll(product, at -> product[at] + values[at]);
            }
        }
        var a = matrices.of(product, sum.length, anchors.sourceWidth());
        return new Fitted(anchors, matrices, a, sum);
    }

    private static float[] slice(float[] values, int from, int count, int width) {
        return Arrays.copyOfRange(values, from * width, (from + count) * width);
    }

    private static final class Fitted implements Combination {
        private final Anchors anchors;
        private final Matrices matrices;
        private final Matrix a;
        private final double[] sum;
        private final double[] noCentre;

        Fitted(Anchors anchors, Matrices matrices, Matrix a, double[] sum) {
            this.anchors = anchors;
            this.matrices = matrices;
            this.a = a;
            this.sum = sum;
            this.noCentre = new double[sum.length];
        }

        @Override
        public Block combine(int[] ids, float[] helper) {
            double[] unit = UnitRows.of(helper, noCentre);
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
        public double[] weights(float[] helper) {
            double[] unit = UnitRows.of(helper, noCentre);
            int count = helper.length / sum.length;
            double[] known = UnitRows.of(anchors.helper(), noCentre);
            try (Matrix h = matrices.of(unit, count, sum.length);
                    Matrix all = matrices.of(known, anchors.count(), sum.length);
                    Matrix cosines = h.timesTransposed(all)) {
                double[] weights = cosines.doubles();
                for (int at = 0; at < weights.length; at++) {
                    weights[at] /= denominator(unit, at / anchors.count());
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
