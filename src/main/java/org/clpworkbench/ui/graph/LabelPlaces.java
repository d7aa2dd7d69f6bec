package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where labels stand: beside their shape, on the side away from the middle; where something
/// already stands there, below, above or on the other side.
final class LabelPlaces {
    static final double LINE = 16;

    private enum Side {
        OUTER,
        BELOW,
        ABOVE,
        INNER
    }

    /// A label that needs a place.
    ///
    /// @param at the middle of its shape
    /// @param gap from there to the label
    /// @param right whether the side away from the middle is the right one
    record Label(int id, Point2D at, double width, double gap, boolean right) {
        private Rectangle2D box(Side side) {
            return switch (side) {
                case OUTER -> beside(right);
                case BELOW -> box(at.getX() - width / 2, at.getY() + LINE);
                case ABOVE -> box(at.getX() - width / 2, at.getY() - LINE);
                case INNER -> beside(!right);
            };
        }

        private Rectangle2D beside(boolean onTheRight) {
            double left = onTheRight ? at.getX() + gap : at.getX() - gap - width;
            return box(left, at.getY());
        }

        private Rectangle2D box(double left, double middle) {
            return new Rectangle2D(left - 1, middle - LINE / 2, width + 2, LINE);
        }
    }

    private final List<Rectangle2D> taken = new ArrayList<>();
    private final Map<Integer, Side> sides = new HashMap<>();

    void keepFree(Rectangle2D box) {
        taken.add(box);
    }

    /// Where it stands from now on.
    Rectangle2D take(Label label) {
        Side side = free(label);
        Rectangle2D box = label.box(side);
        sides.put(label.id(), side);
        taken.add(box);
        return box;
    }

    /// Where it could stand: over the label of the same token, where that has one.
    Rectangle2D find(Label label) {
        Side side = sides.get(label.id());
        return label.box(side == null ? free(label) : side);
    }

    private Side free(Label label) {
        for (Side side : Side.values()) {
            if (taken.stream().noneMatch(label.box(side)::intersects)) {
                return side;
            }
        }
        return Side.OUTER;
    }
}
