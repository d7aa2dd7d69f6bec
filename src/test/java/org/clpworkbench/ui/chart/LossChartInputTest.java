package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.FocusLook;
import org.clpworkbench.ui.common.TextClipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class LossChartInputTest extends OpenedChart {
    @BeforeEach
    void showTwoRuns() throws Exception {
        OnScreen.run(
                () -> {
                    model.show(
                            List.of(
                                    new ChartRun("a", "random", 0),
                                    new ChartRun("b", "linear", 1)));
                    model.baseline().set("a");
                    model.offer("a", run(9, 6.5));
                    model.offer("b", run(8, 5.5));
                });
        OnScreen.await(() -> labels(".end-label").contains("linear"));
        // the headless platform tells a wheel's place on the screen as if it were one in the window
        robot.interact(() -> scene.getWindow().setX(0));
        robot.interact(() -> scene.getWindow().setY(0));
        robot.interact(() -> scene.getRoot().requestFocus());
    }

    @Test
    void aDraggedRectangleBecomesThePicture() throws Exception {
        robot.drag(at(0.25, 0.2), MouseButton.PRIMARY).moveTo(at(0.5, 0.6));
        assertThat(node(".zoom-rectangle").isVisible()).isTrue();
        robot.drop();
        Zoom zoom = Objects.requireNonNull(model.zoom().get());
        // 200 steps are planned: a quarter is step 50, half is step 100
        assertThat(zoom.x().getLowerBound()).isBetween(45.0, 55.0);
        assertThat(zoom.x().getUpperBound()).isBetween(95.0, 105.0);
        assertThat(zoom.y().getUpperBound()).isLessThan(9);
        assertThat(node(".zoom-reset").isVisible()).isTrue();
        assertThat(node(".zoom-rectangle").isVisible()).isFalse();
    }

    @Test
    void aDraggedRectangleMeansTheSameOnLogarithmicAxes() throws Exception {
        robot.interact(
                () -> {
                    model.logarithmic().set(true);
                    model.logarithmicAcross().set(true);
                });
        robot.drag(at(0.5, 0.2), MouseButton.PRIMARY).dropTo(at(1, 0.6));
        Zoom zoom = Objects.requireNonNull(model.zoom().get());
        // the middle of log(1 + step) from 0 to 200: the root of 201, less 1, which is 13.2
        assertThat(zoom.x().getLowerBound()).isBetween(12.2, 14.2);
        assertThat(zoom.x().getUpperBound()).isBetween(196.0, 200.0);
    }

    @Test
    void theWheelZoomsAroundThePointer() throws Exception {
        robot.moveTo(at(0.5, 0.5));
        robot.scroll(3, VerticalDirection.DOWN);
        robot.scroll(3, VerticalDirection.UP);
        robot.scroll(2, VerticalDirection.UP);
        OnScreen.await(() -> model.zoom().get() != null);
        Zoom zoom = Objects.requireNonNull(model.zoom().get());
        assertThat(zoom.x().getCentralValue()).isBetween(97.0, 103.0);
        assertThat(zoom.x().getLength()).isLessThan(190);
    }

    @Test
    void theButtonIsThereOnlyWhileZoomedAndShowsAllAgain() throws Exception {
        assertThat(node(".zoom-reset").isVisible()).isFalse();
        robot.drag(at(0.25, 0.2), MouseButton.PRIMARY).dropTo(at(0.5, 0.6));
        robot.clickOn(".zoom-reset");
        assertThat(model.zoom().get()).isNull();
        assertThat(node(".zoom-reset").isVisible()).isFalse();
    }

    @Test
    void aDoubleClickShowsAllAgain() throws Exception {
        robot.drag(at(0.25, 0.2), MouseButton.PRIMARY).dropTo(at(0.5, 0.6));
        robot.moveTo(at(0.5, 0.5)).doubleClickOn(MouseButton.PRIMARY);
        OnScreen.await(() -> model.zoom().get() == null);
    }

    @Test
    void plusMinusZeroAndHomeZoomByKeyboard() {
        robot.push(KeyCode.PLUS);
        double once = Objects.requireNonNull(model.zoom().get()).x().getLength();
        robot.push(KeyCode.ADD);
        assertThat(Objects.requireNonNull(model.zoom().get()).x().getLength()).isLessThan(once);
        robot.push(KeyCode.DIGIT0);
        assertThat(model.zoom().get()).isNull();
        robot.push(KeyCode.ADD);
        robot.push(KeyCode.MINUS);
        assertThat(model.zoom().get()).isNull();
        robot.push(KeyCode.EQUALS);
        robot.push(KeyCode.HOME);
        assertThat(model.zoom().get()).isNull();
    }

    @Test
    void keysOfTheWholeWindowAreLeftToIt() {
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(model.zoom().get()).isNull();
    }

    @Test
    void theCrossHairCopiesWhatItShows() throws Exception {
        robot.push(KeyCode.RIGHT);
        assertThat(labels(".readout-title").getFirst()).startsWith("step 102 ");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).contains("linear\t102\t");
    }

    @Test
    void whatThePointerShowsIsCopiedWhereverTheKeysGo() throws Exception {
        robot.interact(() -> node("#smoothing").requestFocus());
        robot.interact(() -> TextClipboard.put("before"));
        robot.moveTo(at(0.5, 0.5));
        OnScreen.await(() -> node(".readout").getParent().isVisible());
        assertThat(labels(".readout-copy")).containsExactly("Ctrl+C copies these values");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).containsPattern("linear\t(99|100|101)\t");
    }

    @Test
    void whereThePointerIsElsewhereOthersCopy() throws Exception {
        robot.interact(() -> node("#smoothing").requestFocus());
        robot.interact(() -> TextClipboard.put("before"));
        robot.moveTo(at(0.5, 0.5));
        OnScreen.await(() -> node(".readout").getParent().isVisible());
        robot.moveTo("#smoothing");
        OnScreen.await(() -> !node(".readout").getParent().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("before");
    }

    @Test
    void ofFiftyRunsThoseNearestToThePointerAreShownAndAllAreCopied() throws Exception {
        var runs = new ArrayList<ChartRun>();
        for (int i = 0; i < 50; i++) {
            runs.add(new ChartRun("many-" + i, "run " + i, i));
        }
        OnScreen.run(
                () -> {
                    model.show(runs);
                    for (ChartRun run : runs) {
                        double loss = 5 + run.colour() / 10.0;
                        model.offer(
                                run.id(),
                                List.of(
                                        LossChartTest.evaluated(0, loss),
                                        LossChartTest.evaluated(200, loss)));
                    }
                });
        OnScreen.await(() -> labels(".end-label").contains("run 0"));
        robot.moveTo(at(0.5, 0.05));
        OnScreen.await(() -> labels(".readout-table .label").contains("run 49"));
        assertThat(labels(".readout-table .label")).doesNotContain("run 0");
        robot.moveTo(at(0.5, 0.95));
        OnScreen.await(() -> labels(".readout-table .label").contains("run 0"));
        assertThat(labels(".readout-table .label")).doesNotContain("run 49");
        assertThat(labels(".readout-copy").getFirst()).endsWith(" more; Ctrl+C copies all");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard().lines()).hasSize(1 + 50);
        OnScreen.picture(scene, Path.of("target/pictures/chart-cross-hair-fifty.png"));
    }

    @Test
    void aScreenReaderIsToldWhatTheCrossHairShowsWhileKeysMoveIt() throws Exception {
        assertThat(told()).startsWith("Chart of training");
        robot.push(KeyCode.RIGHT);
        String first = told();
        assertThat(first)
                .startsWith("step 102 · 208,896 tokens")
                .contains("; random (baseline): training ", "; linear: training ", ", validation ");
        robot.push(KeyCode.RIGHT);
        assertThat(told()).startsWith("step 10").isNotEqualTo(first);
        robot.push(KeyCode.ESCAPE);
        assertThat(told()).startsWith("Chart of training");
        // the mouse is seen: what it passes over is not read aloud
        robot.moveTo(at(0.5, 0.5));
        OnScreen.await(() -> node(".readout").getParent().isVisible());
        assertThat(told()).startsWith("Chart of training");
    }

    /// The text that a screen reader asks the chart for.
    private String told() throws Exception {
        Node chart = scene.getRoot();
        return OnScreen.get(
                () -> String.valueOf(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private static String clipboard() throws Exception {
        return OnScreen.get(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void shiftAndAnArrowMoveWhatIsZoomedAsFarAsThereIsMore() throws Exception {
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(model.zoom().get()).isNull();
        robot.drag(at(0.25, 0.2), MouseButton.PRIMARY).dropTo(at(0.5, 0.6));
        Zoom first = Objects.requireNonNull(model.zoom().get());
        double length = first.x().getLength();
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        Zoom right = Objects.requireNonNull(model.zoom().get());
        assertThat(right.x().getLowerBound())
                .isCloseTo(first.x().getLowerBound() + length / 10, within(1e-6));
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        Zoom up = Objects.requireNonNull(model.zoom().get());
        assertThat(up.y().getLowerBound()).isGreaterThan(right.y().getLowerBound());
        assertThat(up.x().getLowerBound()).isCloseTo(right.x().getLowerBound(), within(1e-6));
        // a quarter of the steps lies left of it: ten tenths of its width, and one that it went
        for (int press = 0; press < 13; press++) {
            robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        }
        Zoom left = Objects.requireNonNull(model.zoom().get());
        assertThat(left.x().getLowerBound()).isCloseTo(0, within(1e-6));
        assertThat(left.x().getLength()).isCloseTo(length, within(1e-6));
    }

    @Test
    void theAxisCountsStepsTokensOrTimeAndKeepsOneOfThemChosen() throws Exception {
        robot.clickOn("#across-time");
        assertThat(model.horizontal().get()).isEqualTo(Horizontal.TIME);
        robot.clickOn("#across-time");
        assertThat(((ToggleButton) node("#across-time")).isSelected()).isTrue();
        assertThat(((ToggleButton) node("#across-steps")).isSelected()).isFalse();
        OnScreen.picture(scene, Path.of("target/pictures/chart-time.png"));
    }

    @Test
    void theSliderGoesByKeyboardToTheRawLossAndSaysSo() throws Exception {
        robot.interact(() -> node("#smoothing").requestFocus());
        robot.push(KeyCode.RIGHT);
        assertThat(model.window().get()).isEqualTo(50);
        assertThat(labels(".smoothing-words")).containsExactly("average of 50 steps");
        robot.push(KeyCode.HOME);
        assertThat(model.window().get()).isZero();
        assertThat(labels(".smoothing-words")).containsExactly("raw loss only");
        assertThat(node("#toggle-band").isDisabled()).isTrue();
    }

    @Test
    void theBandColoursTheAreaAroundTheAverage() throws Exception {
        robot.clickOn("#toggle-band");
        assertThat(labels(".chart-key").toString()).contains("area: its lowest to highest");
        OnScreen.picture(scene, Path.of("target/pictures/chart-band.png"));
    }

    @Test
    void theDetailsAreDrawnBelowOverTheSameAxis() throws Exception {
        double before = area().getHeight();
        robot.clickOn("#toggle-details");
        OnScreen.await(() -> area().getHeight() < 0.7 * before);
        OnScreen.picture(scene, Path.of("target/pictures/chart-details.png"));
        robot.clickOn("#toggle-details");
        OnScreen.await(() -> area().getHeight() > 0.9 * before);
    }

    @Test
    void theNameOfAMeanOpensItToItsRunsByMouseAndByKeys() throws Exception {
        OnScreen.run(
                () -> {
                    model.show(List.of(new ChartRun("a", "random", 0), seed("b", 1), seed("c", 2)));
                    model.offer("c", run(8, 6.1));
                    model.seedsTogether().set(true);
                });
        OnScreen.await(() -> labels(".end-label").contains("linear ×2"));
        robot.clickOn(".group-label");
        var single = List.of("linear, seed 1", "linear, seed 2");
        OnScreen.await(() -> labels(".end-label").containsAll(single));
        assertThat(labels(".end-label")).contains("linear ×2", "random");
        assertThat(node(".group-label").isFocused()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/chart-seeds-open.png"));
        robot.push(KeyCode.LEFT);
        OnScreen.await(() -> labels(".end-label").stream().noneMatch(single::contains));
        robot.push(KeyCode.SPACE);
        OnScreen.await(() -> labels(".end-label").containsAll(single));
        Node name = node(".group-label");
        FocusLook.assertSeen(name, name, node("#toggle-details"));
    }

    @Test
    void isSeenToHaveTheFocus() throws Exception {
        FocusLook.assertSeen(node(".loss-chart"), node(".chart-stage"), node("#toggle-details"));
    }

    private static ChartRun seed(String id, long seed) {
        var group = new ChartRun.Group("linear", "linear", seed);
        return new ChartRun(id, "linear, seed " + seed, 1, group);
    }

    @Test
    void theChoicesOutliveTheChart() throws Exception {
        robot.clickOn("#across-tokens");
        robot.clickOn("#toggle-logAcross");
        Scene other =
                OnScreen.get(() -> OnScreen.scene(LossChartTest.chart(model), 900, 560, true));
        OnScreen.picture(other, Path.of("target/pictures/chart-log-tokens-dark.png"));
        assertThat(((ToggleButton) other.lookup("#across-tokens")).isSelected()).isTrue();
        assertThat(((ToggleButton) other.lookup("#toggle-logAcross")).isSelected()).isTrue();
    }

    private javafx.geometry.Rectangle2D area() {
        return ((ChartStage) node(".chart-stage")).area();
    }

    /// A place inside the frame of the losses, as shares from its left and its top.
    private Point2D at(double across, double down) throws Exception {
        return OnScreen.get(
                () -> {
                    Bounds stage =
                            node(".chart-stage")
                                    .localToScreen(node(".chart-stage").getLayoutBounds());
                    return new Point2D(
                            stage.getMinX() + area().getMinX() + across * area().getWidth(),
                            stage.getMinY() + area().getMinY() + down * area().getHeight());
                });
    }

    private List<String> labels(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    static List<RunEvent> run(double start, double floor) {
        var events = new ArrayList<RunEvent>();
        Instant begin = Instant.EPOCH;
        events.add(new RunEvent.Started(begin, 0, 200, "cpu", 1, 1, false));
        events.add(LossChartTest.evaluated(0, start));
        for (int step = 1; step <= 200; step++) {
            double loss = floor + (start - floor) * Math.exp(-step / 40.0);
            Instant time = begin.plusMillis(1500L * step);
            double rate = 1e-3 * Math.min(step / 20.0, 1) * (1 - step / 250.0);
            double wave = Math.sin(step * 12.9898);
            long tokens = step * 2048L;
            events.add(
                    new RunEvent.Step(
                            time,
                            step,
                            tokens,
                            loss + 0.2 * wave,
                            rate,
                            1 + 0.3 * wave,
                            3000 + 100 * wave));
            if (step % 25 == 0) {
                events.add(new RunEvent.Evaluated(time, step, tokens, loss + 0.05, loss / 2.7));
            }
        }
        return events;
    }
}
