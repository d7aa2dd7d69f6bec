package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.picture.Brush;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What the charts below the losses show, read off their axes.
class SmallChartsTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 100, 100);

    /// What was drawn in a chart.
    ///
    /// @param values of the line's corners, as its axis has them
    private record Drawn(String title, List<Double> values) {}

    private final LossChartModel model = new LossChartModel();

    @Test
    void areLearningRateGradientNormAndTokensASecondOfEachStep() throws Exception {
        model.show(List.of(new ChartRun("a", "linear", 0)));
        model.offer(
                "a",
                List.of(
                        new RunEvent.Step(Instant.EPOCH, 1, 2048, 7, 1e-4, 3, 2800),
                        new RunEvent.Step(Instant.EPOCH, 2, 4096, 6, 2e-4, 2, 2900),
                        new RunEvent.Step(Instant.EPOCH, 3, 6144, 5, 3e-4, 1.5, 2940)));
        model.drain();
        List<Drawn> charts = OnScreen.get(this::drawn);
        assertThat(charts)
                .extracting(Drawn::title)
                .containsExactly("learning rate", "gradient norm", "tokens/s");
        shows(charts.get(0), 1e-4, 2e-4, 3e-4);
        shows(charts.get(1), 3, 2, 1.5);
        shows(charts.get(2), 2800, 2900, 2940);
    }

    private static void shows(Drawn chart, double... values) {
        assertThat(chart.values()).hasSize(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(chart.values().get(i)).isCloseTo(values[i], Percentage.withPercentage(1e-6));
        }
    }

    private List<Drawn> drawn() {
        var texts = Texts.of(LossChart.class);
        var plot = new LossPlot(texts);
        plot.detailed(true);
        var axes = Axes.of(model, texts);
        plot.axes(axes, axes.whole());
        plot.draw(model, new ChartInk(() -> {}), axes.whole(), 100);
        List<SvgPicture.Panel> panels = plot.panels(Collections.nCopies(4, AREA));
        return panels.stream()
                .filter(panel -> !panel.main())
                .map(panel -> new Drawn(panel.title(), values(panel, plot.across())))
                .toList();
    }

    private static List<Double> values(SvgPicture.Panel panel, ScaledAxis across) {
        var values = new ArrayList<Double>();
        var pen =
                new Brush() {
                    @Override
                    public void fill(Shape shape, Color colour) {}

                    @Override
                    public void draw(Shape shape, Color colour, BasicStroke stroke) {
                        double[] corner = new double[6];
                        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
                            i.currentSegment(corner);
                            values.add(panel.up().value(corner[1], AREA, RectangleEdge.LEFT));
                        }
                    }
                };
        var stroked = new Stroked(AREA, across, panel.up());
        panel.layers().lines().forEach(layer -> layer.paint(pen, stroked));
        return values;
    }
}
