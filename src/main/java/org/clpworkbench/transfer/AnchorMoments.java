package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

/// What a linear map has to know of the anchors: with F = [H, 1] the sums over them, in F64.
///
/// @param gram FᵀF, features × features
/// @param cross FᵀE, features × source width
record AnchorMoments(int features, int sourceWidth, double[] gram, double[] cross) {
    static AnchorMoments of(Anchors anchors, Progress progress) {
        int features = anchors.spaceWidth() + 1;
        double[] gram =
                AnchorBlocks.sum(
                        anchors,
                        features,
                        features,
                        progress,
                        (matrices, from, count) -> {
                            double[] block = withBias(anchors, from, count);
                            try (Matrix f = matrices.of(block, count, features)) {
                                return f.transposedTimes(f);
                            }
                        });
        double[] cross =
                AnchorBlocks.transposedTimesRows(
                        anchors,
                        features,
                        progress,
                        (from, count) -> withBias(anchors, from, count));
        return new AnchorMoments(features, anchors.sourceWidth(), gram, cross);
    }

    private static double[] withBias(Anchors anchors, int from, int count) {
        return LinearMap.withBias(anchors.vectors(from, count), anchors.spaceWidth());
    }

    double count() {
        return gram[gram.length - 1];
    }

    /// The mean vector of the anchors.
    double[] meanVector() {
        double[] mean = new double[features - 1];
        for (int column = 0; column < mean.length; column++) {
            mean[column] = gram[(features - 1) * features + column] / count();
        }
        return mean;
    }

    /// The mean of the anchors' source rows.
    double[] meanRow() {
        double[] mean = new double[sourceWidth];
        for (int column = 0; column < sourceWidth; column++) {
            mean[column] = cross[(features - 1) * sourceWidth + column] / count();
        }
        return mean;
    }

    /// AᵀA of the vectors less their mean, space width².
    double[] centredGram() {
        double[] mean = meanVector();
        return centred(gram, features, mean, mean);
    }

    /// AᵀY of vectors and rows less their means, space width × source width.
    double[] centredCross() {
        return centred(cross, sourceWidth, meanVector(), meanRow());
    }

    private double[] centred(double[] sums, int stride, double[] left, double[] right) {
        double[] centred = new double[left.length * right.length];
        for (int row = 0; row < left.length; row++) {
            for (int column = 0; column < right.length; column++) {
                centred[row * right.length + column] =
                        sums[row * stride + column] - count() * left[row] * right[column];
            }
        }
        return centred;
    }
}
