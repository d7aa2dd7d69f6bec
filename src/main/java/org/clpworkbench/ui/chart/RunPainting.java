package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.picture.Brush;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// One run's lines, or a mean's, in the main plot, each thinned to the columns that there are.
final class RunPainting {
    /// How many layers of lines each run has; the rest are marks.
    static final int LINES = 4;

    static final int LAYERS = 7;

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
        if (curve.thin()) {
            return thin(extent, baseline, ink);
        }
        int number = curve.run().colour();
        Color colour = ink.run(number, baseline, 1);
        boolean band = curve.runs() > 1 || (look.band() && look.window() > 0);
        boolean averaged = band || look.window() > 0;
        Color faint = ink.run(number, baseline, averaged ? 0.3 : 0.85);
        var layers = new ArrayList<PaintedLines.Layer>();
        layers.add(band ? band(extent, ink.run(number, baseline, 0.2)) : nothing());
        // without an average it stands for the run, and tells the baseline by its dashes
        BasicStroke thin = PlotStyle.stroke(1, baseline && !averaged);
        layers.add(band ? nothing() : line(raw, curve.raw(), extent, thin, faint));
        BasicStroke thick = PlotStyle.stroke(2, baseline);
        layers.add(averaged ? line(smooth, curve.smooth(), extent, thick, colour) : nothing());
        Points measured = validation.of(curve.validation(), extent);
        layers.add(stroke(measured, PlotStyle.dotted(1.5f), colour));
        layers.add(
                averaged
                        ? alone(smooth.of(curve.smooth(), extent), colour)
                        : alone(raw.of(curve.raw(), extent), colour));
        layers.add(markers(measured, _ -> true, PlotStyle.marker(number), colour, ink.paper()));
        layers.add((brush, stroked) -> checkpoints(brush, stroked, extent.horizontal(), colour));
        return layers;
    }

    /// Below the lines of the mean that it stands behind.
    private List<PaintedLines.Layer> thin(Extent extent, boolean baseline, ChartInk ink) {
        Color colour = ink.run(curve.run().colour(), baseline, 0.85);
        BasicStroke stroke = PlotStyle.stroke(1, baseline);
        Points measured = validation.of(curve.validation(), extent);
        return List.of(
                nothing(),
                line(smooth, curve.smooth(), extent, stroke, colour),
                nothing(),
                stroke(measured, PlotStyle.dotted(1), colour),
                alone(smooth.of(curve.smooth(), extent), colour),
                nothing(),
                nothing());
    }

    private static PaintedLines.Layer nothing() {
        return (_, _) -> {};
    }

    private PaintedLines.Layer band(Extent extent, Color wash) {
        Points low = lowest.of(curve.lowest(), extent);
        Points high = highest.of(curve.highest(), extent);
        return (brush, stroked) -> brush.fill(stroked.between(low, high, 0), wash);
    }

    /// Dots for the points between two gaps, which a line does not show.
    static PaintedLines.Layer alone(Points points, Color colour) {
        return markers(points, points::alone, PlotStyle.dot(), colour, colour);
    }

    /// A line. Of many points the area that they cover is filled, as if each column of pixels were
    /// drawn from its lowest to its highest: a path through all of them would look the same and
    /// take a hundred times as long.
    static PaintedLines.Layer line(
            Decimation thinned, Series line, Extent extent, BasicStroke stroke, Color colour) {
        Points points = thinned.of(line, extent);
        if (!points.dense() || stroke.getDashArray() != null) {
            return stroke(points, stroke, colour);
        }
        double half = stroke.getLineWidth() / 2.0;
        return (brush, stroked) -> brush.fill(stroked.between(points, points, half), colour);
    }

    private static PaintedLines.Layer stroke(Points points, BasicStroke stroke, Color colour) {
        return points.size() == 0
                ? nothing()
                : (brush, stroked) -> brush.draw(stroked.line(points), colour, stroke);
    }

    /// Filled shapes with a rim of the paper's colour, which sets them off from the lines.
    private static PaintedLines.Layer markers(
            Points points, IntPredicate which, Shape shape, Color colour, Color rim) {
        return (brush, stroked) -> {
            for (int i = 0; i < points.size(); i++) {
                double x = stroked.x(points.x()[i]);
                double y = stroked.y(points.low()[i]);
                // false for a gap's NaN
                if (stroked.holds(x, y) && which.test(i)) {
                    mark(brush, at(shape, x, y), colour, rim);
                }
            }
        };
    }

    static void mark(Brush brush, Shape placed, Color colour, Color rim) {
        brush.draw(placed, rim, PlotStyle.stroke(2.5f, false));
        brush.fill(placed, colour);
    }

    private void checkpoints(Brush brush, Stroked stroked, Horizontal horizontal, Color colour) {
        Series marks = curve.checkpoints();
        Series average = curve.smooth();
        for (int i = 0; i < marks.size(); i++) {
            int at = average.at(marks.step(i), Horizontal.STEPS);
            if (at >= 0) {
                double x = stroked.x(average.x(at, horizontal));
                double y = stroked.y(average.value(at));
                if (stroked.holds(x, y)) {
                    brush.fill(at(PlotStyle.checkpointMark(), x, y), colour);
                }
            }
        }
    }

    static Shape at(Shape shape, double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
    }
}
