package org.clpworkbench.ui.map;

import java.util.BitSet;
import java.util.function.IntPredicate;

/// Finds points: under the mouse, in a direction, within a lasso.
final class PointSearch {
    private PointSearch() {}

    /// The point nearest to a place of the view, among those that count; −1 when none is within
    /// `reach` pixels.
    static int nearest(
            Viewport view,
            MapPicture picture,
            IntPredicate counts,
            double px,
            double py,
            double reach) {
        int found = -1;
        double best = reach * reach;
        for (int point = 0; point < picture.size(); point++) {
            double dx = view.toX(picture.x()[point]) - px;
            double dy = view.toY(picture.y()[point]) - py;
            double square = dx * dx + dy * dy;
            if (square <= best && counts.test(point)) {
                best = square;
                found = point;
            }
        }
        return found;
    }

    /// The next point from one, to a side (1, 0 is right; 0, 1 is down): nearest of those that lie
    /// more in that direction than across it. The point itself when there is none.
    static int next(
            Viewport view, MapPicture picture, IntPredicate counts, int from, int right, int down) {
        double px = view.toX(picture.x()[from]);
        double py = view.toY(picture.y()[from]);
        int found = from;
        double best = Double.POSITIVE_INFINITY;
        for (int point = 0; point < picture.size(); point++) {
            double dx = view.toX(picture.x()[point]) - px;
            double dy = view.toY(picture.y()[point]) - py;
            double along = dx * right + dy * down;
            double across = Math.abs(dx * down) + Math.abs(dy * right);
            double square = dx * dx + dy * dy;
            if (along > 0 && along >= across && square < best && counts.test(point)) {
                best = square;
                found = point;
            }
        }
        return found;
    }

    /// The points within a closed line of the view, by the even-odd rule.
    ///
    /// @param line x and y in turns
    static BitSet within(Viewport view, MapPicture picture, IntPredicate counts, double[] line) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < line.length; at += 2) {
            left = Math.min(left, line[at]);
            right = Math.max(right, line[at]);
            top = Math.min(top, line[at + 1]);
            bottom = Math.max(bottom, line[at + 1]);
        }
        var within = new BitSet();
        for (int point = 0; point < picture.size(); point++) {
            double px = view.toX(picture.x()[point]);
            double py = view.toY(picture.y()[point]);
            boolean near = px >= left && px <= right && py >= top && py <= bottom;
            if (near && counts.test(point) && contains(line, px, py)) {
                within.set(point);
            }
        }
        return within;
    }

    private static boolean contains(double[] line, double px, double py) {
        boolean inside = false;
        int before = line.length - 2;
        for (int at = 0; at < line.length; at += 2) {
            double x = line[at];
            double y = line[at + 1];
            double otherX = line[before];
            double otherY = line[before + 1];
            if (y > py != otherY > py && px < (otherX - x) * (py - y) / (otherY - y) + x) {
                inside = !inside;
            }
            before = at;
        }
        return inside;
    }
}
