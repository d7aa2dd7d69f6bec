package org.clpworkbench.ui.chart;

import org.jfree.data.Range;

/// The part of the chart that is looked at, in values, so that it stays when a scale is changed.
///
/// @param x in steps, tokens or seconds
/// @param y in nats per token
public record Zoom(Range x, Range y) {
    /// Shares of the whole that are the least to be looked at.
    private static final double LEAST = 1e-6;

    static Zoom between(double left, double right, double low, double high) {
        return new Zoom(range(left, right), range(low, high));
    }

    private static Range range(double one, double other) {
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    /// What of it lies inside the whole.
    Zoom within(Zoom whole) {
        return new Zoom(inside(x, whole.x), inside(y, whole.y));
    }

    /// Whether it is all of the whole and nothing else.
    boolean isAll(Zoom whole) {
        return shows(x, whole.x) && shows(y, whole.y) && shows(whole.x, x) && shows(whole.y, y);
    }

    boolean tooSmallFor(Zoom whole) {
        return x.getLength() < LEAST * whole.x.getLength()
                || y.getLength() < LEAST * whole.y.getLength();
    }

    private static boolean shows(Range outer, Range inner) {
        double slack = 1e-9 * inner.getLength();
        return outer.getLowerBound() <= inner.getLowerBound() + slack
                && outer.getUpperBound() >= inner.getUpperBound() - slack;
    }

    private static Range inside(Range range, Range whole) {
        return range(
                whole.constrain(range.getLowerBound()), whole.constrain(range.getUpperBound()));
    }
}
