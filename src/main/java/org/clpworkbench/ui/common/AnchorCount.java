package org.clpworkbench.ui.common;

/// How many of the helper's tokens the source knows.
public record AnchorCount(int anchors, int vocabulary) {
    public AnchorCount {
        if (anchors < 0 || anchors > vocabulary) {
            throw new IllegalArgumentException(
                    "%d anchors in a vocabulary of %d".formatted(anchors, vocabulary));
        }
    }
}
