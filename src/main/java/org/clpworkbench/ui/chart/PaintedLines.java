package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.picture.Brush;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;

/// What is drawn in a plot. JFreeChart's own renderers ask a dozen questions for every point; with
/// fifty runs that alone would take longer than a picture may.
final class PaintedLines extends AbstractXYAnnotation {
    /// One kind of line, painted where it belongs.
    @FunctionalInterface
    interface Layer {
        void paint(Brush brush, Stroked stroked);
    }

    /// How far a mark may reach over the plot's frame, in pixels.
    private static final double OVER = 7;

    /// @param lines cut at the frame
    /// @param marks that are drawn whole where their middle lies inside the frame
    record Layers(List<Layer> lines, List<Layer> marks) {
        static final Layers NONE = new Layers(List.of(), List.of());
    }

    private transient Layers layers = Layers.NONE;

    void show(List<Layer> lines, List<Layer> marks) {
        layers = new Layers(List.copyOf(lines), List.copyOf(marks));
        fireAnnotationChanged();
    }

    /// What was shown last.
    Layers layers() {
        return layers;
    }

    private static Rectangle2D around(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX() - OVER,
                area.getY() - OVER,
                area.getWidth() + 2 * OVER,
                area.getHeight() + 2 * OVER);
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
        var brush = Brush.of(g2);
        layers.lines().forEach(layer -> layer.paint(brush, stroked));
        Shape frame = g2.getClip();
        g2.setClip(around(area));
        layers.marks().forEach(layer -> layer.paint(brush, stroked));
        g2.setClip(frame);
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
