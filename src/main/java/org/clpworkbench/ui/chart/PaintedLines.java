package org.clpworkbench.ui.chart;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;

/// What is drawn in a plot. JFreeChart's own renderers ask a dozen questions for every point; with
/// fifty runs that alone would take longer than a picture may.
final class PaintedLines extends AbstractXYAnnotation {
    /// One kind of line, painted where it belongs.
    @FunctionalInterface
    interface Layer {
        void paint(Graphics2D g2, Stroked stroked);
    }

    private transient List<Layer> layers = List.of();

    void show(List<Layer> newLayers) {
        layers = List.copyOf(newLayers);
        fireAnnotationChanged();
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int index,
            PlotRenderingInfo info) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var stroked = new Stroked(area, (ScaledAxis) across, (ScaledAxis) up);
        layers.forEach(layer -> layer.paint(g2, stroked));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(this));
    }
}
