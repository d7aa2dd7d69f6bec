package org.clpworkbench.wordvectors;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// The rotation (or reflection) that brings vectors closest to their partners: with M = Σ y xᵀ = U
/// S Vᵀ the orthogonal W = U Vᵀ makes Σ ‖y W − x‖² least (Schönemann 1966).
final class Procrustes {
    private final int dimensions;
    private final double[] cross;

    Procrustes(int dimensions) {
        this.dimensions = dimensions;
        cross = new double[dimensions * dimensions];
    }

    /// Adds a pair: `from` is to come to lie on `to`.
    void add(float[] from, float[] to) {
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column < dimensions; column++) {
                cross[row * dimensions + column] += (double) from[row] * to[column];
            }
        }
    }

    /// W, d × d, row by row.
    double[] rotation() {
        var svd = DecompositionFactory_DDRM.svd(dimensions, dimensions, true, true, false);
        if (!svd.decompose(DMatrixRMaj.wrap(dimensions, dimensions, cross.clone()))) {
            throw new IllegalStateException(
                    "The singular values of a matrix of %d × %d were not found."
                            .formatted(dimensions, dimensions));
        }
        var rotation = new DMatrixRMaj(dimensions, dimensions);
        CommonOps_DDRM.multTransB(svd.getU(null, false), svd.getV(null, false), rotation);
        return rotation.data;
    }

    /// vector · W.
    static float[] rotated(float[] vector, double[] rotation) {
        int dimensions = vector.length;
        double[] sums = new double[dimensions];
        for (int row = 0; row < dimensions; row++) {
            for (int column = 0; column < dimensions; column++) {
                sums[column] += vector[row] * rotation[row * dimensions + column];
            }
        }
        float[] rotated = new float[dimensions];
        for (int at = 0; at < dimensions; at++) {
            rotated[at] = (float) sums[at];
        }
        return rotated;
    }
}
