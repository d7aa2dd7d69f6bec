package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;

/// The cosines of some tokens to all anchors, in F32, a block of tokens at a time.
final class Cosines implements AutoCloseable {
    private final Matrices matrices = Matrices.onAnyDevice();
    private final Matrix anchors;
    private final int width;

    Cosines(Anchors anchors) {
        width = anchors.spaceWidth();
        float[] unit = UnitRows.floats(UnitRows.of(anchors.vectors(), width));
        this.anchors = matrices.of(unit, anchors.count(), width);
    }

    /// Tokens × |O|, to be closed by the caller.
    Matrix of(float[] vectors) {
        float[] unit = UnitRows.floats(UnitRows.of(vectors, width));
        try (Matrix tokens = matrices.of(unit, vectors.length / width, width)) {
            return tokens.timesTransposed(anchors);
        }
    }

    /// A matrix beside the cosines, closed with them.
    Matrix matrix(float[] values, int rows, int columns) {
        return matrices.of(values, rows, columns);
    }

    @Override
    public void close() {
        matrices.close();
    }
}
