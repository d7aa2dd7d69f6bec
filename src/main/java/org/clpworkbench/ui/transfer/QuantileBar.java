package org.clpworkbench.ui.transfer;

import javafx.scene.layout.Region;

import org.clpworkbench.transfer.Norms;

/// Quantiles on a line that begins at 0: a thin line from the least to the greatest, a box around
/// the middle half, a stroke at the median and one at the 99th percentile.
final class QuantileBar extends Region {
    private static final double HEIGHT = 18;
    private static final double STROKE = 2;

    private final Norms norms;
    private final double end;
    private final Region range = part("quantile-range");
    private final Region box = part("quantile-box");
    private final Region median = part("quantile-median");
    private final Region high = part("quantile-high");

    /// @param end of the scale, at the bar's right edge
    QuantileBar(Norms norms, double end, String styleClass) {
        this.norms = norms;
        this.end = end > 0 ? end : 1;
        getStyleClass().addAll("quantile-bar", styleClass);
        getChildren().addAll(range, box, median, high);
        setMinSize(60, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private static Region part(String styleClass) {
        var part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    @Override
    protected void layoutChildren() {
        place(range, norms.least(), norms.greatest(), 1);
        place(box, norms.lower(), norms.upper(), 0.7 * HEIGHT);
        stroke(median, norms.median(), HEIGHT);
        stroke(high, norms.high(), 0.6 * HEIGHT);
    }

    private double x(double norm) {
        return (getWidth() - STROKE) * Math.clamp(norm / end, 0, 1);
    }

    private void place(Region part, double from, double to, double height) {
        double left = x(from);
        part.resizeRelocate(
                left, (HEIGHT - height) / 2, Math.max(STROKE, x(to) + STROKE - left), height);
    }

    private void stroke(Region part, double at, double height) {
        part.resizeRelocate(x(at), (HEIGHT - height) / 2, STROKE, height);
    }
}
