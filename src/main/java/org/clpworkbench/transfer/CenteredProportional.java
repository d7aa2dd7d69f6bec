package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.BitSet;

/// CLP-Transfer's weights after the anchors' mean is taken away from every helper row, negative
/// cosines counting as 0. The cut at 0 is non-linear, so all |M| × |O| cosines are made, a block of
/// rows at a time: products in F32, row sums in F64.
final class CenteredProportional implements Weighting {
    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        double[] mean = new double[anchors.helperWidth()];
        for (int at = 0; at < anchors.helper().length; at++) {
            mean[at % mean.length] += anchors.helper()[at] / (double) anchors.count();
        }
        progress.checkCancelled();
        float[] unit = UnitRows.floats(UnitRows.of(anchors.helper(), mean));
        var matrices = Matrices.onAnyDevice();
        return new Fitted(
                mean,
                matrices,
                matrices.of(unit, anchors.count(), anchors.helperWidth()),
                matrices.of(anchors.source(), anchors.count(), anchors.sourceWidth()));
    }

    /// @param helper unit rows of the anchors, centred
    private record Fitted(double[] mean, Matrices matrices, Matrix helper, Matrix source)
            implements Combination {
        @Override
        public Block combine(int[] ids, float[] rows) {
            try (Matrix cosines = cosines(rows);
                    Matrix product = cosines.times(source)) {
                double[] sums = cosines.rowSums();
                float[] combined = product.floats();
                var without = new BitSet();
                int width = source.columns();
                for (int at = 0; at < ids.length; at++) {
                    if (!(sums[at] > 0)) {
                        without.set(at);
                        continue;
                    }
                    for (int column = at * width; column < (at + 1) * width; column++) {
                        combined[column] = (float) (combined[column] / sums[at]);
                    }
                }
                return new Block(combined, without);
            }
        }

        @Override
        public double[] weights(float[] rows) {
            try (Matrix cosines = cosines(rows)) {
                double[] sums = cosines.rowSums();
                double[] weights = UnitRows.doubles(cosines.floats());
                int count = helper.rows();
                Arrays.setAll(
                        weights, at -> sums[at / count] > 0 ? weights[at] / sums[at / count] : 0);
                return weights;
            }
        }

        private Matrix cosines(float[] rows) {
            float[] unit = UnitRows.floats(UnitRows.of(rows, mean));
            try (Matrix tokens = matrices.of(unit, rows.length / mean.length, mean.length);
                    Matrix cosines = tokens.timesTransposed(helper)) {
                return cosines.positivePart();
            }
        }

        @Override
        public void close() {
            matrices.close();
        }
    }
}
