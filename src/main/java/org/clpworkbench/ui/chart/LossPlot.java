package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The JFreeChart half of the chart: axes, grid and lines, without a legend, a frame or a title;
/// the losses above, and below them what else a step tells when that is asked for.
final class LossPlot {
    private static final int MAIN_WEIGHT = 8;
    private static final int SMALL_WEIGHT = 3;

    /// Columns of all lines together: the more runs, the coarser each, since they cover each other.
    private static final int COLUMNS = 18_000;

    private final ScaledAxis across = new ScaledAxis("");
    private final ScaledAxis up;
    private final XYPlot losses;
    private final PaintedLines lines = new PaintedLines();
    private final CombinedDomainXYPlot plot = new CombinedDomainXYPlot(across);
    private final JFreeChart chart;
    private final List<SmallPlot> small;
    private final Map<Curve, RunPainting> paintings = new HashMap<>();
    private boolean detailed;

    LossPlot(Texts texts) {
        up = new ScaledAxis(texts.get("axis.loss"));
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        // no points are given to the renderer: without one JFreeChart draws no grid
        losses = new XYPlot(null, null, up, new XYLineAndShapeRenderer());
        losses.addAnnotation(lines, false);
        losses.setOutlineVisible(false);
        losses.setDomainGridlinesVisible(false);
        losses.setAxisOffset(RectangleInsets.ZERO_INSETS);
        losses.setBackgroundPaint(null);
        plot.add(losses, MAIN_WEIGHT);
        plot.setGap(18);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        small =
                List.of(
                        new SmallPlot(texts.get("detail.rate"), Curve::learningRate),
                        new SmallPlot(texts.get("detail.norm"), Curve::gradientNorm),
                        new SmallPlot(texts.get("detail.speed"), Curve::speed));
        chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
    }

    JFreeChart chart() {
        return chart;
    }

    ScaledAxis across() {
        return across;
    }

    ScaledAxis up() {
        return up;
    }

    /// What is drawn, from above.
    ///
    /// @param areas of the plots, as they were drawn last
    List<SvgPicture.Panel> panels(List<Rectangle2D> areas) {
        var panels = new ArrayList<SvgPicture.Panel>();
        for (int i = 0; i < areas.size(); i++) {
            Rectangle2D area = areas.get(i);
            panels.add(
                    i == 0
                            ? new SvgPicture.Panel(area, up, lines.layers(), up.getLabel(), true)
                            : small.get(i - 1).panel(area));
        }
        return panels;
    }

    /// Shows the small charts or takes them away.
    void detailed(boolean asked) {
        if (asked != detailed) {
            detailed = asked;
            for (SmallPlot other : small) {
                if (asked) {
                    plot.add(other.plot(), SMALL_WEIGHT);
                } else {
                    plot.remove(other.plot());
                    other.forget();
                }
            }
        }
    }

    void ink(ChartInk ink, int rightMargin) {
        Font font = ink.awtFont();
        ink(across, ink, font);
        ink(up, ink, font);
        small.forEach(other -> other.ink(ink, font));
        steady(font.getSize());
        across.setAxisLineVisible(true);
        losses.setRangeGridlinePaint(ink.grid());
        losses.setRangeGridlineStroke(PlotStyle.stroke(1, false));
        chart.setPadding(new RectangleInsets(8, 4, 4, rightMargin));
    }

    /// Room for the losses' ticks and title that does not depend on them: while one zooms, the
    /// place under the pointer stays under the pointer.
    private void steady(int fontSize) {
        var room = new AxisSpace();
        room.setLeft(5.2 * fontSize);
        losses.setFixedRangeAxisSpace(room, false);
        small.forEach(other -> other.plot().setFixedRangeAxisSpace(room, false));
    }

    static void ink(ValueAxis axis, ChartInk ink, Font font) {
        Color text = ink.text();
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(text);
        axis.setTickLabelPaint(text);
        axis.setAxisLinePaint(ink.grid());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    void axes(Axes axes, Zoom shown) {
        across.setLabel(axes.title());
        across.scale(axes.across());
        across.show(shown.x().getLowerBound(), shown.x().getUpperBound());
        up.scale(axes.up());
        up.show(shown.y().getLowerBound(), shown.y().getUpperBound());
    }

    /// Thins every run's lines to the plot's width and gives them their looks.
    void draw(LossChartModel model, ChartInk ink, Zoom shown, int columns) {
        List<Curve> curves = model.curves();
        var extent =
                new Extent(
                        model.horizontal().get(),
                        across.scale(),
                        shown.x().getLowerBound(),
                        shown.x().getUpperBound(),
                        Math.min(columns, Math.max(200, COLUMNS / Math.max(1, curves.size()))));
        paintings.keySet().retainAll(curves);
        ChartLook look = model.look();
        var byRun = new ArrayList<List<PaintedLines.Layer>>();
        for (Curve curve : curves) {
            RunPainting painting = paintings.computeIfAbsent(curve, RunPainting::new);
            byRun.add(painting.layers(extent, look, model.isBaseline(curve), ink));
        }
        var layers = new ArrayList<PaintedLines.Layer>();
        for (int layer = 0; layer < RunPainting.LAYERS; layer++) {
            for (List<PaintedLines.Layer> run : byRun) {
                layers.add(run.get(layer));
            }
        }
        int marks = RunPainting.LINES * curves.size();
        lines.show(layers.subList(0, marks), layers.subList(marks, layers.size()));
        if (detailed) {
            small.forEach(other -> other.draw(model, extent, ink));
        }
    }
}
