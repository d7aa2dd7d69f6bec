package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.picture.Brush;
import org.junit.jupiter.api.Test;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// How runs are told from each other in the charts below the losses.
class SmallPlotTest {
    /// A hundred steps over as many pixels: step 20 lies at 20.
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 100, 100);

    private static final Extent EXTENT = new Extent(Horizontal.STEPS, Scale.LINEAR, 0, 100, 100);

    /// Where shapes of what width were filled.
    private static final class Pen implements Brush {
        private final List<Rectangle2D> filled = new ArrayList<>();
        private int dashed;

        @Override
        public void fill(Shape shape, Color colour) {
            filled.add(shape.getBounds2D());
        }

        @Override
        public void draw(Shape shape, Color colour, BasicStroke stroke) {
            dashed += stroke.getDashArray() == null ? 0 : 1;
        }

        List<Long> places(double width) {
            return filled.stream()
                    .filter(bounds -> Math.abs(bounds.getWidth() - width) < 1e-6)
                    .map(bounds -> Math.round(bounds.getCenterX()))
                    .toList();
        }
    }

    private final LossChartModel model = new LossChartModel();

    private Pen painted() throws Exception {
        var across = new ScaledAxis("");
        across.show(0, 100);
        var pen = new Pen();
        OnScreen.run(
                () -> {
                    var plot = new SmallPlot("learning rate", Curve::learningRate);
                    plot.draw(model, EXTENT, new ChartInk(() -> {}));
                    SvgPicture.Panel panel = plot.panel(AREA);
                    var stroked = new Stroked(AREA, across, panel.up());
                    panel.layers().lines().forEach(layer -> layer.paint(pen, stroked));
                    panel.layers().marks().forEach(layer -> layer.paint(pen, stroked));
                });
        return pen;
    }

    private void steps(String run, int from, int to) {
        model.offer(
                run,
                IntStream.rangeClosed(from, to)
                        .mapToObj(step -> LossChartTest.step(step, 5))
                        .toList());
        model.drain();
    }

    @Test
    void linesThatCoverEachOtherWearTheMarkersOfBothRuns() throws Exception {
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear", 1)));
        steps("a", 1, 100);
        steps("b", 1, 100);
        Pen pen = painted();
        // a circle is 7 wide, a triangle 9; six of each, a quarter and three quarters of 100/6 on
        List<Long> circles = pen.places(7);
        List<Long> triangles = pen.places(9);
        assertThat(circles).containsExactly(4L, 20L, 37L, 54L, 70L, 87L);
        assertThat(triangles).containsExactly(12L, 29L, 45L, 62L, 79L, 95L);
        assertThat(new TreeSet<>(circles)).doesNotContainAnyElementsOf(triangles);
    }

    @Test
    void aRunThatHasHardlyBegunWearsItsMarkerAtItsEnd() throws Exception {
        model.show(List.of(new ChartRun("a", "random", 0)));
        steps("a", 1, 3);
        assertThat(painted().places(7)).containsExactly(3L);
    }

    @Test
    void theBaselineIsDashed() throws Exception {
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear", 1)));
        model.baseline().set("a");
        steps("a", 1, 100);
        steps("b", 1, 100);
        assertThat(painted().dashed).isEqualTo(1);
    }
}
