package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;

import java.util.List;

/// The scales that a model's choices ask for, and what the axis across is called.
///
/// @param whole what is shown where nobody zooms
/// @param reach as far as there are losses: those that are far above all others too
/// @param above the lines that leave the whole at its top
record Axes(String title, Scale across, Scale up, Zoom whole, Zoom reach, List<Curve> above) {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    static Axes of(LossChartModel model, Texts texts) {
        List<Curve> curves = model.curves();
        Horizontal horizontal = model.horizontal().get();
        var x = LossRange.across(curves, horizontal);
        double unit = horizontal == Horizontal.TIME ? unit(x.getUpperBound()) : 1;
        boolean log = model.logarithmic().get();
        return new Axes(
                title(horizontal, unit, texts),
                model.logarithmicAcross().get()
                        ? Scale.fromZero(unit, LossRange.first(curves, horizontal))
                        : Scale.linear(unit),
                log ? Scale.LOG : Scale.LINEAR,
                new Zoom(x, LossRange.up(curves, log)),
                new Zoom(x, LossRange.all(curves)),
                LossRange.above(curves, log));
    }

    private static double unit(double seconds) {
        return seconds < 3 * MINUTE ? 1 : seconds < 3 * HOUR ? MINUTE : HOUR;
    }

    private static String title(Horizontal horizontal, double unit, Texts texts) {
        return switch (horizontal) {
            case STEPS -> texts.get("axis.steps");
            case TOKENS -> texts.get("axis.tokens");
            case TIME ->
                    texts.get(
                            unit == 1
                                    ? "axis.seconds"
                                    : unit == MINUTE ? "axis.minutes" : "axis.hours");
        };
    }
}
