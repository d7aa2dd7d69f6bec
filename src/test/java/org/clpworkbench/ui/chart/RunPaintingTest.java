package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.picture.Brush;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is painted of a run, by what a pen was asked to draw.
class RunPaintingTest {
    /// Ten steps over 100 pixels: step 3 lies at 30.
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 100, 100);

    private static final float[] DASHES = {7, 5};

    private static final class Pen implements Brush {
        private final List<BasicStroke> strokes = new ArrayList<>();
        private final List<Rectangle2D> filled = new ArrayList<>();

        @Override
        public void fill(Shape shape, Color colour) {
            filled.add(shape.getBounds2D());
        }

        @Override
        public void draw(Shape shape, Color colour, BasicStroke stroke) {
            strokes.add(stroke);
        }

        long dashed() {
            return strokes.stream()
                    .filter(stroke -> Arrays.equals(stroke.getDashArray(), DASHES))
                    .count();
        }

        /// Where dots of five pixels were painted along the axis.
        List<Double> dots() {
            return places(5).stream().map(Point2D::getX).toList();
        }

        /// The middles of what was filled in a width, in whole pixels.
        List<Point2D> places(double width) {
            return filled.stream()
                    .filter(bounds -> Math.abs(bounds.getWidth() - width) < 1e-6)
                    .map(bounds -> at(bounds.getCenterX(), bounds.getCenterY()))
                    .toList();
        }
    }

    private static Point2D at(double x, double y) {
        return new Point2D.Double(Math.round(x), Math.round(y));
    }

    private final RunCurve curve = new RunCurve(new ChartRun("a", "random", 0), 0);

    private Pen painted(ChartLook look, boolean baseline) throws Exception {
        curve.smooth(look.window());
        return painted(curve, look, baseline);
    }

    private static Pen painted(Curve curve, ChartLook look, boolean baseline) throws Exception {
        var across = new ScaledAxis("");
        across.show(0, 10);
        var up = new ScaledAxis("");
        up.show(0, 10);
        var extent = new Extent(Horizontal.STEPS, Scale.LINEAR, 0, 10, 100);
        var pen = new Pen();
        OnScreen.run(
                () -> {
                    var painting = new RunPainting(curve);
                    var stroked = new Stroked(AREA, across, up);
                    painting.layers(extent, look, baseline, new ChartInk(() -> {}))
                            .forEach(layer -> layer.paint(pen, stroked));
                });
        return pen;
    }

    private void goes(RunEvent... events) {
        curve.accept(List.of(events));
    }

    private static RunEvent started(int step) {
        return new RunEvent.Started(Instant.EPOCH, step, 10, "cpu", 1, 1, false);
    }

    private static RunEvent step(int step) {
        return LossChartTest.step(step, 5);
    }

    private static RunEvent checkpointed(int step) {
        return new RunEvent.Checkpointed(Instant.EPOCH, step, "checkpoints/step-" + step);
    }

    private static RunEvent paused(int step) {
        return new RunEvent.Paused(Instant.EPOCH, step);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "20, false", "20, true"})
    void theBaselineIsDashedAndNoOtherRunWhateverIsChosen(int window, boolean band)
            throws Exception {
        goes(started(0), step(1), step(2), step(3));
        var look = new ChartLook(window, band);
        assertThat(painted(look, true).dashed()).isEqualTo(1);
        assertThat(painted(look, false).dashed()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "20, false", "20, true"})
    void aStepBetweenAPauseAndTheNextIsADot(int window, boolean band) throws Exception {
        goes(started(0), step(1), step(2), paused(2), started(2), step(3), paused(3));
        goes(started(3), step(4), step(5));
        assertThat(painted(new ChartLook(window, band), false).dots()).containsExactly(30.0);
    }

    @Test
    void aRunThatPausedAfterItsFirstStepIsADot() throws Exception {
        goes(started(0), step(1), paused(1));
        assertThat(painted(new ChartLook(0, false), false).dots()).containsExactly(10.0);
    }

    @Test
    void aRunBehindItsMeanIsOneThinLine() throws Exception {
        goes(started(0), step(1), step(2), step(3));
        var mean = new SeedMean(List.of(curve), Texts.of(LossChart.class));
        Pen pen = painted(mean.single().getFirst(), new ChartLook(20, true), false);
        assertThat(pen.strokes).extracting(BasicStroke::getLineWidth).containsOnly(1f);
        assertThat(pen.filled).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "20, false", "20, true"})
    void aValidationLossIsAMarkerWhereItWasMeasured(int window, boolean band) throws Exception {
        goes(started(0), LossChartTest.evaluated(0, 9), step(1), step(2));
        goes(LossChartTest.evaluated(2, 4), step(3));
        // the first run's circle is seven pixels wide; a loss of 9 lies at 10, one of 4 at 60
        assertThat(painted(new ChartLook(window, band), false).places(7))
                .containsExactly(at(0, 10), at(20, 60));
    }

    @Test
    void aCheckpointIsABarAcrossTheAverageWhereItWasWritten() throws Exception {
        goes(started(0), step(1), step(2), step(3), checkpointed(3), step(4), step(5));
        Pen pen = painted(new ChartLook(20, false), false);
        // the average of losses of 5 lies at 50
        assertThat(pen.places(1.5)).containsExactly(at(30, 50));
        assertThat(pen.filled).extracting(Rectangle2D::getHeight).contains(12.0);
    }

    @Test
    void aCheckpointThatAResumedRunHasNotReachedAgainHasNoBar() throws Exception {
        goes(started(0), step(1), step(2), checkpointed(2), step(3), checkpointed(3), started(2));
        assertThat(painted(new ChartLook(20, false), false).places(1.5))
                .containsExactly(at(20, 50));
    }

    @Test
    void theBandReachesFromTheLowestToTheHighestLossOfTheWindow() throws Exception {
        goes(started(0));
        goes(LossChartTest.step(1, 4), LossChartTest.step(2, 6), LossChartTest.step(3, 5));
        // from step 1 to 3, which are 20 pixels, and from a loss of 4 to one of 6, which are 20 too
        Pen pen = painted(new ChartLook(5, true), false);
        assertThat(pen.places(20)).containsExactly(at(20, 50));
        assertThat(pen.filled).extracting(Rectangle2D::getHeight).containsExactly(20.0);
        assertThat(painted(new ChartLook(5, false), false).filled).isEmpty();
    }

    @Test
    void theStepsOfALineAreNoDots() throws Exception {
        goes(started(0), step(1), step(2), paused(2), started(2), step(3), step(4));
        assertThat(painted(new ChartLook(0, false), true).dots()).isEmpty();
    }
}
