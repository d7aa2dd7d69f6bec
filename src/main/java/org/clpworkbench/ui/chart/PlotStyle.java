package org.clpworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// How the kinds of line are drawn: a colour is never alone, dash and marker tell the same.
final class PlotStyle {
    private static final float[] DASH = {7f, 5f};
    private static final float[] SHORT_DASH = {5f, 4f};
    private static final float[] DOTS = {1.5f, 4f};
    private static final double RADIUS = 3.5;

    private PlotStyle() {}

    static BasicStroke stroke(float width, boolean dashed) {
        return dashed
                ? broken(width, DASH)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// Of the line between validation losses: nothing was measured between them.
    static BasicStroke dotted(float width) {
        return broken(width, DOTS);
    }

    /// Of the piece of line beside a run's name: a longer dash would end behind its marker.
    static BasicStroke swatch(boolean dashed) {
        return dashed ? broken(2, SHORT_DASH) : stroke(2, false);
    }

    private static BasicStroke broken(float width, float[] pattern) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, pattern, 0f);
    }

    static Shape marker(int colour) {
        return switch (Math.floorMod(colour, 4)) {
            case 0 -> new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
            case 1 -> polygon(0, -RADIUS - 1, RADIUS + 1, RADIUS, -RADIUS - 1, RADIUS);
            case 2 -> new Rectangle2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
            default -> polygon(0, -RADIUS - 1, RADIUS + 1, 0, 0, RADIUS + 1, -RADIUS - 1, 0);
        };
    }

    /// A point that no line reaches.
    static Shape dot() {
        return new Ellipse2D.Double(-2.5, -2.5, 5, 5);
    }

    /// A small upright bar across the line.
    static Shape checkpointMark() {
        return new Rectangle2D.Double(-0.75, -6, 1.5, 12);
    }

    private static Shape polygon(double... coordinates) {
        var path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
