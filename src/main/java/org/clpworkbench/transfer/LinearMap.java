package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.BitSet;
import java.util.OptionalDouble;

/// One ridge map for all tokens: with F = [H, 1],
///
///     W = argmin ‖F_O W − E_O‖² + λ‖W‖² = (F_Oᵀ F_O + λI)⁻¹ F_Oᵀ E_O    x_t = f_t W
///
/// λ is the one that predicts each anchor best from the others ({@link LeaveOneOut}).
final class LinearMap implements Weighting {
    @Override
    public Combination fit(Anchors anchors, Progress progress) throws TransferException {
        if (anchors.count() < 2) {
            throw new TransferException(
                    "A linear map needs at least 2 anchors, but the vocabularies share %d;"
                                    .formatted(anchors.count())
                            + " choose another matching, or a helper with a closer vocabulary.");
        }
        var matrices = Matrices.onAnyDevice();
        try {
            var choice = LeaveOneOut.choose(anchors, matrices, progress);
            return new Fitted(anchors, matrices, choice);
        } catch (RuntimeException failure) {
            matrices.close();
            throw failure;
        }
    }

    /// Rows with a 1 behind each, in F64.
    static double[] withBias(float[] rows, int width) {
        int count = rows.length / width;
        double[] features = new double[count * (width + 1)];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < width; column++) {
                features[row * (width + 1) + column] = rows[row * width + column];
            }
            features[row * (width + 1) + width] = 1;
        }
        return features;
    }

    private record Fitted(Anchors anchors, Matrices matrices, LeaveOneOut.Choice choice)
            implements Combination {
        @Override
        public Block combine(int[] ids, float[] helper) {
            try (Matrix features = features(helper);
                    Matrix rows = features.times(choice.map())) {
                return new Block(UnitRows.floats(rows.doubles()), new BitSet());
            }
        }

        @Override
        public double[] weights(float[] helper) {
            try (Matrix features = features(helper);
                    Matrix projected = features.times(choice.inverse());
                    Matrix known = features(anchors.helper());
                    Matrix weights = projected.timesTransposed(known)) {
                return weights.doubles();
            }
        }

        private Matrix features(float[] helper) {
            int width = anchors.helperWidth();
            return matrices.of(withBias(helper, width), helper.length / width, width + 1);
        }

        @Override
        public OptionalDouble explained() {
            return OptionalDouble.of(choice.explained());
        }

        @Override
        public void close() {
            matrices.close();
        }
    }
}
