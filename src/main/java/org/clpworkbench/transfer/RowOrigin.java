package org.clpworkbench.transfer;

/// How a row of the target comes about.
public enum RowOrigin {
    /// It is the source's own.
    COPIED,
    /// It is made of anchors.
    COMBINED,
    /// It is the mean of the source's rows: there is no token, or one for unknown text that the
    /// source has no counterpart for.
    MEAN,
    /// It is drawn at random from the source's spread: nothing says which anchors to make it of.
    DRAWN
}
