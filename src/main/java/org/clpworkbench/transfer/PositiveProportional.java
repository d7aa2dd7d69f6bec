package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.BitSet;

/// CLP-Transfer's weights with negative cosines counting as 0. The cut at 0 is non-linear, so all
/// |M| × |O| cosines are made, a block of rows at a time: products in F32, row sums in F64.
final class PositiveProportional implements Weighting {
    @Override
    public boolean comparesAllPairs() {
        return true;
    }

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        progress.checkCancelled();
        var cosines = new Cosines(anchors);
        float[] rows = anchors.rows(0, anchors.count());
        return new Fitted(cosines, cosines.matrix(rows, anchors.count(), anchors.sourceWidth()));
    }

    /// @param source rows of the anchors
    private record Fitted(Cosines cosines, Matrix source) implements Combination {
        @Override
        public Block combine(int[] ids, float[] vectors) {
            try (Matrix weights = positive(vectors);
                    Matrix product = weights.times(source)) {
                double[] sums = weights.rowSums();
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
        public double[] weights(float[] vectors) {
            try (Matrix positive = positive(vectors)) {
                double[] sums = positive.rowSums();
                double[] weights = UnitRows.doubles(positive.floats());
                int count = source.rows();
                Arrays.setAll(
                        weights, at -> sums[at / count] > 0 ? weights[at] / sums[at / count] : 0);
                return weights;
            }
        }

        private Matrix positive(float[] vectors) {
            try (Matrix all = cosines.of(vectors)) {
                return all.positivePart();
            }
        }

        @Override
        public void close() {
            cosines.close();
        }
    }
}
