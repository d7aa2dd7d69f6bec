package org.clpworkbench.ui.chart;

import org.jfree.data.Range;

import java.util.ArrayList;
import java.util.List;

/// What the axes span.
final class LossRange {
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

    /// From just below the lowest loss to just above the highest. On a linear axis one run that
    /// starts far above all others (an exploded transfer) does not press the rest flat: the top is
    /// then set by the middle run, and the outlier enters from above.
    static Range up(List<Curve> curves, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        var highest = new ArrayList<Double>();
        for (Curve curve : curves) {
            Series least = curve.runs() > 1 ? curve.lowest() : curve.raw();
            Series most = curve.runs() > 1 ? curve.highest() : curve.raw();
            double high = Math.max(most.high(), curve.validation().high());
            low = Math.min(low, Math.min(least.low(), curve.validation().low()));
            if (high > Double.NEGATIVE_INFINITY) {
                highest.add(high);
            }
        }
        if (highest.isEmpty()) {
            return new Range(1, 10);
        }
        highest.sort(null);
        double top = highest.getLast();
        if (!logarithmic) {
            top = Math.min(top, 1.15 * highest.get((highest.size() - 1) / 2));
        }
        double room = Math.max(0.05 * (top - low), 0.02 * top + 1e-3);
        return new Range(Math.max(low - room, low * 0.9), top + room);
    }
}
