package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;

import java.util.Arrays;

/// What every weighting starts from: tokens known on both sides, with their vectors where
/// similarity is measured and their rows in the source.
///
/// @param vectors |O| × space width, row-major
/// @param sourceIds the anchors' rows in `source`, in the same order
/// @param source the source's matrix
/// @param spread of all its rows
/// @param seed of whatever is drawn
record Anchors(
        float[] vectors,
        int spaceWidth,
        int[] sourceIds,
        TokenRows source,
        RowSpread spread,
        long seed) {
    Anchors {
        if (vectors.length != Math.multiplyExact(sourceIds.length, spaceWidth)) {
            throw new IllegalArgumentException("Anchor vectors do not fit their count.");
        }
    }

    int count() {
        return sourceIds.length;
    }

    int sourceWidth() {
        return source.width();
    }

    /// The vectors of some anchors, as a matrix.
    float[] vectors(int from, int count) {
        return Arrays.copyOfRange(vectors, from * spaceWidth, (from + count) * spaceWidth);
    }

    /// The source's rows of some anchors: count × source width.
    float[] rows(int from, int count) {
        return source.gather(Arrays.copyOfRange(sourceIds, from, from + count));
    }
}
