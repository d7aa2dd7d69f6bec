package org.clpworkbench.ui.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Points as shapes on the plot's area.
final class Stroked {
    private final Scale horizontal;
    private final Scale vertical;
    private final double left;
    private final double perPlace;
    private final double bottom;
    private final double perLoss;

    Stroked(Rectangle2D area, ScaledAxis across, ScaledAxis up) {
        horizontal = across.scale();
        vertical = up.scale();
        perPlace = area.getWidth() / across.getRange().getLength();
        left = area.getX() - across.getRange().getLowerBound() * perPlace;
        perLoss = area.getHeight() / up.getRange().getLength();
        bottom = area.getMaxY() + up.getRange().getLowerBound() * perLoss;
    }

    double x(double value) {
        return left + horizontal.place(value) * perPlace;
    }

    double y(double value) {
        return bottom - vertical.place(value) * perLoss;
    }

    /// A line that is broken at gaps.
    Path2D line(Points points) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, Math.max(2, points.size()));
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            double value = points.low()[i];
            if (Double.isNaN(value)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(x(points.x()[i]), y(value));
            } else {
                path.moveTo(x(points.x()[i]), y(value));
                drawing = true;
            }
        }
        return path;
    }

    /// The area between the lowest of one line and the highest of another, which have their gaps at
    /// the same places. A lone point gets some pixels of width, so that it is seen.
    ///
    /// @param half pixels that the area reaches beyond both
    Path2D between(Points floor, Points ceiling, double half) {
        int corners = Math.max(2, 2 * (floor.size() + ceiling.size()));
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, corners);
        List<int[]> below = pieces(floor);
        List<int[]> above = pieces(ceiling);
        for (int p = 0; p < Math.min(below.size(), above.size()); p++) {
            int from = below.get(p)[0];
            int to = below.get(p)[1];
            boolean alone = to - from == 1;
            double wide = alone ? Math.max(2, half) : 0;
            double tall = alone ? Math.max(1, half) : half;
            path.moveTo(x(floor.x()[from]) - wide, y(floor.low()[from]) + tall);
            for (int i = from; i < to; i++) {
                path.lineTo(x(floor.x()[i]) + wide, y(floor.low()[i]) + tall);
            }
            for (int i = above.get(p)[1] - 1; i >= above.get(p)[0]; i--) {
                path.lineTo(x(ceiling.x()[i]) + wide, y(ceiling.high()[i]) - tall);
            }
            int top = above.get(p)[0];
            path.lineTo(x(ceiling.x()[top]) - wide, y(ceiling.high()[top]) - tall);
            path.closePath();
        }
        return path;
    }

    private static List<int[]> pieces(Points points) {
        var pieces = new ArrayList<int[]>();
        int begin = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i == points.size() || Double.isNaN(points.low()[i])) {
                if (i > begin) {
                    pieces.add(new int[] {begin, i});
                }
                begin = i + 1;
            }
        }
        return pieces;
    }
}
