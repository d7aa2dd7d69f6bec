package org.clpworkbench.transfer;

import java.util.BitSet;
import java.util.OptionalDouble;

/// A fitted weighting: makes the source-space rows of missing tokens. Used from several threads.
interface Combination extends AutoCloseable {
    /// New rows.
    ///
    /// @param rows count × source width, row-major
    /// @param without places in the block that no combination could be found for
    record Block(float[] rows, BitSet without) {}

    /// The rows of tokens with these ids and vectors (ids.length × space width).
    Block combine(int[] ids, float[] vectors);

    /// The weight of each anchor in the rows of tokens with these vectors: tokens × |O|; empty when
    /// rows are not made of anchors.
    double[] weights(float[] vectors);

    /// The share of the anchors' variance that the method predicts when each is left out in turn.
    default OptionalDouble explained() {
        return OptionalDouble.empty();
    }

    @Override
    void close();
}
