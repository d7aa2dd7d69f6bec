package org.clpworkbench.ui.chart;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A logarithmic axis with ticks at round numbers: losses often span less than one power of ten,
/// where the usual powers would leave an axis with one tick or none.
final class LogLossAxis extends LogAxis {
    private static final double[] DENSE = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9};
    private static final double[] SPARSE = {1, 2, 5};
    private static final double[] FINE_STEPS = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};

    LogLossAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        return tickValues(getRange().getLowerBound(), getRange().getUpperBound()).stream()
                .map(LogLossAxis::tick)
                .toList();
    }

    private static NumberTick tick(double value) {
        String text =
                value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%,.0f", value)
                        : String.format(Locale.ROOT, "%s", (float) value);
        return new NumberTick(value, text, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0);
    }

    /// Between three and about a dozen round values from `low` to `high`, both above 0.
    static List<Double> tickValues(double low, double high) {
        if (high / low < 2) {
            for (double step : FINE_STEPS) {
                if ((high - low) / step <= 8) {
                    return multiples(low, high, step);
                }
            }
        }
        double[] mantissas = high / low < 30 ? DENSE : SPARSE;
        var values = new ArrayList<Double>();
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double mantissa : mantissas) {
                double value = mantissa * power;
                if (value >= low && value <= high) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static List<Double> multiples(double low, double high, double step) {
        var values = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            values.add(i * step);
        }
        return values;
    }
}
