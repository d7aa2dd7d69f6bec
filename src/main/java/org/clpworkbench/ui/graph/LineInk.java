package org.clpworkbench.ui.graph;

import javafx.scene.paint.Color;

/// How lines of the graph are drawn: all in a colour that stands out from the paper, and the
/// thinner the less alike the tokens are.
final class LineInk {
    /// How much of its colour a line has that nobody points at.
    static final double RESTING = 0.75;

    private static final double HAIR = 0.5;

    private LineInk() {}

    static Color resting(Color full) {
        return full.deriveColor(0, 1, 1, RESTING);
    }

    /// Of a line between two neighbours; of those that are little alike there are many.
    static double linkWidth(double cosine) {
        return Math.max(HAIR, 2 * likeness(cosine));
    }

    /// Of the line between a token and its neighbour.
    static double spokeWidth(double cosine) {
        return Math.max(0.7, 5 * likeness(cosine));
    }

    /// What points the other way is not alike.
    private static double likeness(double cosine) {
        return cosine <= 0 ? 0 : cosine * cosine;
    }
}
