package org.clpworkbench.ui.chart;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

import java.awt.Color;
import java.awt.Font;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/// The JFreeChart half of the chart: axes, grid and lines, without a legend, a frame or a title.
final class LossPlot {
    private final NumberAxis across = new NumberAxis();
    private final NumberAxis linear = new NumberAxis();
    private final LogLossAxis logarithmic;
    private final XYPlot plot;
    private final JFreeChart chart;
    private final List<LineDataset> layers =
            List.of(new LineDataset(), new LineDataset(), new LineDataset(), new LineDataset());
    private final List<XYLineAndShapeRenderer> renderers;

    LossPlot(String lossTitle) {
        linear.setLabel(lossTitle);
        linear.setAutoRangeIncludesZero(false);
        logarithmic = new LogLossAxis(lossTitle);
        across.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.ENGLISH));
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot = new XYPlot(null, across, linear, null);
        renderers =
                List.of(
                        PlotStyle.renderer(true),
                        PlotStyle.renderer(true),
                        PlotStyle.renderer(true),
                        PlotStyle.renderer(false));
        for (int i = 0; i < layers.size(); i++) {
            plot.setDataset(i, layers.get(i));
            plot.setRenderer(i, renderers.get(i));
        }
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
    }

    JFreeChart chart() {
        return chart;
    }

    XYPlot plot() {
        return plot;
    }

    ValueAxis across() {
        return across;
    }

    void ink(ChartInk ink, int rightMargin) {
        Color text = ink.text();
        var font =
                new Font(
                        ink.font().getFamily(), Font.PLAIN, (int) Math.round(ink.font().getSize()));
        for (ValueAxis axis : List.of(across, linear, logarithmic)) {
            axis.setLabelFont(font);
            axis.setTickLabelFont(font);
            axis.setLabelPaint(text);
            axis.setTickLabelPaint(text);
            axis.setAxisLinePaint(ink.grid());
            axis.setAxisLineVisible(false);
            axis.setTickMarksVisible(false);
        }
        across.setAxisLineVisible(true);
        plot.setRangeGridlinePaint(ink.grid());
        plot.setRangeGridlineStroke(PlotStyle.stroke(1, false));
        chart.setPadding(new RectangleInsets(8, 4, 4, rightMargin));
    }

    void axes(String acrossTitle, Range x, Range y, boolean log) {
        across.setLabel(acrossTitle);
        ValueAxis up = log ? logarithmic : linear;
        plot.setRangeAxis(up);
        across.setRange(x);
        up.setRange(y);
    }

    /// Thins every run's lines to the plot's width and gives them their looks.
    void draw(LossChartModel model, ChartInk ink, int columns) {
        List<Curve> curves = model.curves();
        Horizontal horizontal = model.horizontal().get();
        Range x = across.getRange();
        for (int i = 0; i < curves.size(); i++) {
            style(curves.get(i), i, model.isBaseline(curves.get(i)), ink);
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            int chosen = layer;
            layers.get(layer)
                    .show(
                            curves.stream()
                                    .map(curve -> line(curve, chosen))
                                    .map(line -> thin(line, horizontal, x, columns))
                                    .toList());
        }
    }

    private static Points thin(Series line, Horizontal horizontal, Range x, int columns) {
        return Decimation.of(line, horizontal, x.getLowerBound(), x.getUpperBound(), columns);
    }

    private static Series line(Curve curve, int layer) {
        return switch (layer) {
            case 0 -> curve.raw();
            case 1 -> curve.smooth();
            case 2 -> curve.validation();
            default -> curve.checkpoints();
        };
    }

    private void style(Curve curve, int index, boolean baseline, ChartInk ink) {
        int colour = curve.run().colour();
        float[] widths = {1f, 2f, 1.5f, 1f};
        double[] opacities = {0.3, 1, 1, 1};
        for (int layer = 0; layer < renderers.size(); layer++) {
            XYLineAndShapeRenderer renderer = renderers.get(layer);
            renderer.setSeriesPaint(index, ink.run(colour, baseline, opacities[layer]));
            renderer.setSeriesStroke(index, PlotStyle.stroke(widths[layer], baseline && layer > 0));
            boolean alone = line(curve, layer).size() == 1;
            renderer.setSeriesShapesVisible(index, layer >= 2 || alone);
            renderer.setSeriesShape(
                    index, layer == 3 ? PlotStyle.checkpointMark() : PlotStyle.marker(colour));
        }
    }
}
