package org.clpworkbench.ui.chart;

import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A low chart below the losses: another figure of every step, over the same axis. Its lines wear
/// their runs' markers; what they are called and how high they lie the cross-hair says.
final class SmallPlot {
    private final ScaledAxis up = new ScaledAxis("");
    private final XYPlot plot = new XYPlot(null, null, up, new XYLineAndShapeRenderer());
    private final PaintedLines lines = new PaintedLines();
    private final TextTitle title;
    private final Function<Curve, Series> figure;
    private final Map<Curve, Decimation> thinned = new HashMap<>();

    SmallPlot(String name, Function<Curve, Series> figure) {
        this.figure = figure;
        title = new TextTitle(name);
        title.setPadding(new RectangleInsets(1, 4, 1, 4));
        plot.addAnnotation(lines, false);
        plot.addAnnotation(new XYTitleAnnotation(0.0, 1.0, title, RectangleAnchor.TOP_LEFT), false);
        plot.setDomainGridlinesVisible(false);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    XYPlot plot() {
        return plot;
    }

    SvgPicture.Panel panel(Rectangle2D area) {
        return new SvgPicture.Panel(area, up, lines.layers(), title.getText(), false);
    }

    void ink(ChartInk ink, Font font) {
        LossPlot.ink(up, ink, font);
        up.setLabel(null);
        title.setFont(font);
        title.setPaint(ink.text());
        plot.setRangeGridlinePaint(ink.grid());
        plot.setRangeGridlineStroke(PlotStyle.stroke(1, false));
    }

    /// Lets go of the runs that were drawn.
    void forget() {
        thinned.clear();
        lines.show(List.of(), List.of());
    }

    void draw(LossChartModel model, Extent extent, ChartInk ink) {
        List<Curve> curves = model.curves();
        thinned.keySet().retainAll(curves);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        var layers = new ArrayList<PaintedLines.Layer>();
        var marks = new ArrayList<PaintedLines.Layer>();
        for (int turn = 0; turn < curves.size(); turn++) {
            Curve curve = curves.get(turn);
            Series line = figure.apply(curve);
            low = Math.min(low, line.low());
            high = Math.max(high, line.high());
            boolean baseline = model.isBaseline(curve);
            Decimation thin = thinned.computeIfAbsent(curve, _ -> new Decimation());
            int number = curve.run().colour();
            Color colour = ink.run(number, baseline, 1);
            var stroke = PlotStyle.stroke(curve.thin() ? 0.75f : 1.25f, baseline);
            layers.add(RunPainting.line(thin, line, extent, stroke, colour));
            marks.add(RunPainting.alone(thin.of(line, extent), colour));
            if (!curve.thin()) {
                marks.add(
                        Signs.of(line, extent, turn, curves.size())
                                .layer(PlotStyle.marker(number), colour, ink.paper()));
            }
        }
        if (low <= high) {
            // what does not change is not shown as if it did
            double span = Math.max(high - low, 0.2 * Math.abs(high) + 1e-9);
            double room = 0.08 * span + (span - (high - low)) / 2;
            // above the lines, room for the name
            up.show(Math.max(0, low - room), high + room + 0.35 * span);
        }
        lines.show(layers, marks);
    }
}
