package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;

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
                    Sentence.of(LinearMap.class, "anchors.few", anchors.count()));
        }
        var choice = LeaveOneOut.choose(anchors, progress);
        int features = anchors.spaceWidth() + 1;
        var matrices = Matrices.onAnyDevice();
        return new Fitted(
                anchors,
                matrices,
                matrices.of(choice.map(), features, anchors.sourceWidth()),
                matrices.of(choice.inverse(), features, features),
                choice.explained());
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

    private record Fitted(
            Anchors anchors, Matrices matrices, Matrix map, Matrix inverse, double share)
            implements Combination {
        @Override
        public Block combine(int[] ids, float[] vectors) {
            try (Matrix features = features(vectors);
                    Matrix rows = features.times(map)) {
                return new Block(UnitRows.floats(rows.doubles()), new BitSet());
            }
        }

        /// f_t (F_Oᵀ F_O + λI)⁻¹ F_Oᵀ
        @Override
        public double[] weights(float[] vectors) {
            try (Matrix features = features(vectors);
                    Matrix projected = features.times(inverse)) {
                return AnchorBlocks.timesTransposed(
                        projected,
                        anchors,
                        (from, count) ->
                                withBias(anchors.vectors(from, count), anchors.spaceWidth()));
            }
        }

        private Matrix features(float[] vectors) {
            int width = anchors.spaceWidth();
            return matrices.of(withBias(vectors, width), vectors.length / width, width + 1);
        }

        @Override
        public OptionalDouble explained() {
            return OptionalDouble.of(share);
        }

        @Override
        public void close() {
            matrices.close();
        }
    }
}
