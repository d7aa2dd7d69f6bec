package org.clpworkbench.ui.chart;

import org.jfree.data.Range;

import java.util.ArrayList;
import java.util.List;

/// What the axes span.
final class LossRange {
    /// Of fewer runs none stands apart from the others.
    private static final int SEVERAL = 3;

    /// How many times as high as the middle run one has to be for that.
    private static final double APART = 2.5;

    private LossRange() {}

    static Range across(List<Curve> curves, Horizontal horizontal) {
        double end = curves.stream().mapToDouble(c -> c.extent(horizontal)).max().orElse(0);
        return new Range(0, Math.max(1, end));
    }

    /// The first place after 0 that any run has been trained to.
    static double first(List<Curve> curves, Horizontal horizontal) {
        double first = curves.stream().mapToDouble(c -> c.first(horizontal)).min().orElse(1);
        return first > 0 ? first : 1;
    }

    /// From just below the lowest loss to just above the highest of those that are not far above
    /// all others.
    static Range up(List<Curve> curves, boolean logarithmic) {
        var shown = new ArrayList<>(curves);
        shown.removeAll(above(curves, logarithmic));
        return range(lowest(curves), highest(shown));
    }

    /// From just below the lowest loss to just above the highest.
    static Range all(List<Curve> curves) {
        return range(lowest(curves), highest(curves));
    }

    /// On a linear axis a run that is far above the others (an exploded transfer) would press these
    /// flat: it enters the picture from above.
    static List<Curve> above(List<Curve> curves, boolean logarithmic) {
        List<Curve> known =
                curves.stream().filter(c -> highest(c) > Double.NEGATIVE_INFINITY).toList();
        if (logarithmic || known.size() < SEVERAL) {
            return List.of();
        }
        double[] sorted = known.stream().mapToDouble(LossRange::highest).sorted().toArray();
        double most = APART * sorted[sorted.length / 2];
        return known.stream().filter(curve -> highest(curve) > most).toList();
    }

    static double highest(List<Curve> curves) {
        return curves.stream()
                .mapToDouble(LossRange::highest)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double highest(Curve curve) {
        Series most = curve.runs() > 1 ? curve.highest() : curve.raw();
        return Math.max(most.high(), curve.validation().high());
    }

    private static double lowest(List<Curve> curves) {
        return curves.stream()
                .mapToDouble(LossRange::lowest)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double lowest(Curve curve) {
        Series least = curve.runs() > 1 ? curve.lowest() : curve.raw();
        return Math.min(least.low(), curve.validation().low());
    }

    private static Range range(double low, double top) {
        if (low > top) {
            return new Range(1, 10);
        }
        double room = Math.max(0.05 * (top - low), 0.02 * top + 1e-3);
        return new Range(Math.max(low - room, low * 0.9), top + room);
    }
}
