package org.clpworkbench.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/// One run's lines in the main plot, each thinned to the columns that there are.
final class RunPainting {
    /// How many layers each run has.
    static final int LAYERS = 6;

    private final Curve curve;
    private final Decimation raw = new Decimation();
    private final Decimation smooth = new Decimation();
    private final Decimation lowest = new Decimation();
    private final Decimation highest = new Decimation();
    private final Decimation validation = new Decimation();

    RunPainting(Curve curve) {
        this.curve = curve;
    }

    /// From the lowest layer to the highest; those of all runs are painted layer by layer.
    List<PaintedLines.Layer> layers(Extent extent, ChartLook look, boolean baseline, ChartInk ink) {
        int number = curve.run().colour();
        Color colour = ink.run(number, baseline, 1);
        Color faint = ink.run(number, baseline, look.window() == 0 ? 0.85 : 0.3);
        Color wash = ink.run(number, baseline, 0.2);
        var layers = new ArrayList<PaintedLines.Layer>();
        boolean band = look.band() && look.window() > 0;
        layers.add(band ? band(extent, wash) : nothing());
        layers.add(
                band
                        ? nothing()
                        : line(raw, curve.raw(), extent, PlotStyle.stroke(1, false), faint));
        layers.add(
                look.window() == 0
                        ? nothing()
                        : line(
                                smooth,
                                curve.smooth(),
                                extent,
                                PlotStyle.stroke(2, baseline),
                                colour));
        Points measured = validation.of(curve.validation(), extent);
        layers.add(stroke(measured, PlotStyle.dotted(1.5f), colour));
        layers.add(markers(measured, PlotStyle.marker(number), colour, ink.paper()));
        layers.add((g2, stroked) -> checkpoints(g2, stroked, extent.horizontal(), colour));
        return layers;
    }

    private static PaintedLines.Layer nothing() {
        return (_, _) -> {};
    }

    private PaintedLines.Layer band(Extent extent, Color wash) {
        Points low = lowest.of(curve.lowest(), extent);
        Points high = highest.of(curve.highest(), extent);
        return (g2, stroked) -> {
            g2.setPaint(wash);
            g2.fill(stroked.between(low, high, 0));
        };
    }

    /// A line; one that has a single point yet is a dot. Of many points the area that they cover is
    /// filled, as if each column of pixels were drawn from its lowest to its highest: a path
    /// through all of them would look the same and take a hundred times as long.
    static PaintedLines.Layer line(
            Decimation thinned, Series line, Extent extent, BasicStroke stroke, Color colour) {
        Points points = thinned.of(line, extent);
        if (line.size() == 1) {
            return markers(points, PlotStyle.dot(), colour, colour);
        }
        if (!points.dense() || stroke.getDashArray() != null) {
            return stroke(points, stroke, colour);
        }
        double half = stroke.getLineWidth() / 2.0;
        return (g2, stroked) -> {
            g2.setPaint(colour);
            g2.fill(stroked.between(points, points, half));
        };
    }

    private static PaintedLines.Layer stroke(Points points, Stroke stroke, Color colour) {
        return (g2, stroked) -> {
            g2.setPaint(colour);
            g2.setStroke(stroke);
            g2.draw(stroked.line(points));
        };
    }

    /// Filled shapes with a rim of the paper's colour, which sets them off from the lines.
    private static PaintedLines.Layer markers(Points points, Shape shape, Color colour, Color rim) {
        return (g2, stroked) -> {
            g2.setStroke(PlotStyle.stroke(2.5f, false));
            for (int i = 0; i < points.size(); i++) {
                if (!Double.isNaN(points.low()[i])) {
                    Shape placed = at(shape, stroked.x(points.x()[i]), stroked.y(points.low()[i]));
                    g2.setPaint(rim);
                    g2.draw(placed);
                    g2.setPaint(colour);
                    g2.fill(placed);
                }
            }
        };
    }

    private void checkpoints(Graphics2D g2, Stroked stroked, Horizontal horizontal, Color colour) {
        g2.setPaint(colour);
        Series marks = curve.checkpoints();
        Series average = curve.smooth();
        for (int i = 0; i < marks.size(); i++) {
            int at = average.at(marks.step(i), Horizontal.STEPS);
            if (at >= 0) {
                double x = stroked.x(average.x(at, horizontal));
                g2.fill(at(PlotStyle.checkpointMark(), x, stroked.y(average.value(at))));
            }
        }
    }

    private static Shape at(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }
}
