package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// A run that leaves the picture at its top, and the ways to see all of it.
class OutlierTest extends OpenedChart {
    @BeforeEach
    void showAnExplodedTransferBesideTwoRuns() throws Exception {
        OnScreen.run(
                () -> {
                    model.show(
                            List.of(
                                    new ChartRun("a", "random", 0),
                                    new ChartRun("b", "linear", 1),
                                    new ChartRun("c", "exploded", 2)));
                    model.offer("a", LossChartInputTest.run(10.4, 6.5));
                    model.offer("b", LossChartInputTest.run(8, 5.5));
                    model.offer("c", LossChartInputTest.run(40, 9));
                });
        OnScreen.await(() -> above().isVisible());
        robot.interact(() -> scene.getRoot().requestFocus());
    }

    private Label above() {
        return (Label) node(".chart-above");
    }

    private double top() {
        return Objects.requireNonNull(model.zoom().get()).y().getUpperBound();
    }

    @Test
    void isNamedWithHowHighItGoes() {
        // the loss that it is evaluated to before its first step; waves stay below that
        assertThat(above().getText())
                .isEqualTo("exploded reaches 40.000, above what is shown; 0 shows all");
    }

    @Test
    void zeroShowsItAndAgainTheOthers() {
        robot.push(KeyCode.DIGIT0);
        assertThat(top()).isGreaterThan(40);
        assertThat(above().isVisible()).isFalse();
        robot.push(KeyCode.DIGIT0);
        assertThat(model.zoom().get()).isNull();
        assertThat(above().isVisible()).isTrue();
    }

    @Test
    void aDoubleClickShowsItToo() throws Exception {
        robot.moveTo(node(".chart-stage")).doubleClickOn(MouseButton.PRIMARY);
        OnScreen.await(() -> model.zoom().get() != null);
        assertThat(top()).isGreaterThan(40);
    }

    @Test
    void zoomingOutReachesItsHighestLossAndNoFurther() {
        for (int press = 0; press < 12; press++) {
            robot.push(KeyCode.MINUS);
        }
        assertThat(top()).isBetween(40.0, 42.5);
        // all of the steps, as before
        assertThat(Objects.requireNonNull(model.zoom().get()).x().getUpperBound()).isEqualTo(200);
    }

    @Test
    void zoomingInAndOutAgainComesBackToWhatWasShown() {
        robot.push(KeyCode.PLUS);
        robot.push(KeyCode.MINUS);
        assertThat(model.zoom().get()).isNull();
    }
}
