package org.clpworkbench.transfer;

/// What every weighting starts from: the rows of the tokens that both sides know, in one order on
/// both sides, and how the source's rows are spread.
///
/// @param helper |O| × helperWidth, row-major
/// @param source |O| × sourceWidth, row-major
/// @param spread of all rows of the source matrix
/// @param seed of whatever is drawn
record Anchors(
        int count,
        float[] helper,
        int helperWidth,
        float[] source,
        int sourceWidth,
        RowSpread spread,
        long seed) {
    Anchors {
        if (helper.length != Math.multiplyExact(count, helperWidth)
                || source.length != Math.multiplyExact(count, sourceWidth)) {
            throw new IllegalArgumentException("Anchor rows do not fit their count.");
        }
    }
}
