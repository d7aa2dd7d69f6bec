package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Numbers;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// An axis whose numbers are a scale's places and whose ticks are that scale's values.
final class ScaledAxis extends NumberAxis {
    private transient Scale scale = Scale.LINEAR;

    ScaledAxis(String label) {
        super(label);
        setAutoRangeIncludesZero(false);
    }

    Scale scale() {
        return scale;
    }

    void scale(Scale other) {
        scale = other;
    }

    /// Shows the values between two.
    void show(double from, double to) {
        double begin = scale.place(from);
        double end = scale.place(to);
        setRange(begin, end > begin ? end : Math.nextUp(begin + 1e-9));
    }

    double place(double value, Rectangle2D area, RectangleEdge edge) {
        return valueToJava2D(scale.place(value), area, edge);
    }

    double value(double place, Rectangle2D area, RectangleEdge edge) {
        return scale.value(java2DToValue(place, area, edge));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(
            Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double low = scale.value(getRange().getLowerBound());
        double high = scale.value(getRange().getUpperBound());
        return switch (scale.kind()) {
            case LINEAR -> inWords(super.refreshTicks(g2, state, dataArea, edge));
            case LOG ->
                    RoundTicks.between(low, high).stream()
                            .map(v -> tick(v, v, TextAnchor.CENTER_RIGHT))
                            .toList();
            case LOG_FROM_ZERO -> fitting(g2, dataArea, low / scale.unit(), high / scale.unit());
        };
    }

    /// JFreeChart writes numbers in the machine's language; here they are in the window's.
    private List<NumberTick> inWords(List<?> ticks) {
        int decimals = RoundTicks.decimals(getTickUnit().getSize());
        return ticks.stream()
                .map(NumberTick.class::cast)
                .map(
                        tick ->
                                new NumberTick(
                                        tick.getTickType(),
                                        tick.getValue(),
                                        tick.getText().isEmpty()
                                                ? ""
                                                : Numbers.decimal(tick.getValue(), decimals),
                                        tick.getTextAnchor(),
                                        tick.getRotationAnchor(),
                                        tick.getAngle()))
                .toList();
    }

    /// Of the round values the most important ones that do not touch each other.
    private List<NumberTick> fitting(Graphics2D g2, Rectangle2D area, double low, double high) {
        var metrics = g2.getFontMetrics(getTickLabelFont());
        double first = scale.first() / scale.unit();
        var taken = new ArrayList<double[]>();
        var ticks = new ArrayList<NumberTick>();
        for (double shown : RoundTicks.fromZero(low < 1e-12 ? 0 : low, high, first)) {
            double value = shown * scale.unit();
            double middle = place(value, area, RectangleEdge.BOTTOM);
            double half = metrics.stringWidth(RoundTicks.words(shown)) / 2.0 + 5;
            if (taken.stream().allMatch(t -> middle - half >= t[1] || middle + half <= t[0])) {
                taken.add(new double[] {middle - half, middle + half});
                ticks.add(tick(value, shown, TextAnchor.TOP_CENTER));
            }
        }
        return ticks;
    }

    private NumberTick tick(double value, double shown, TextAnchor anchor) {
        String words = RoundTicks.words(shown);
        return new NumberTick(scale.place(value), words, anchor, TextAnchor.CENTER, 0);
    }
}
