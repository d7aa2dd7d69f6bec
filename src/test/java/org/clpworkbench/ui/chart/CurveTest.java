package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class CurveTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    private final RunCurve curve = new RunCurve(new ChartRun("a", "linear", 0), 20);

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 1000})
    void theAverageOfAConstantIsThatConstantFromTheFirstPoint(int window) {
        curve.smooth(window);
        for (int step = 1; step <= 50; step++) {
            curve.accept(List.of(LossChartTest.step(step, 7.25)));
        }
        for (int i = 0; i < 50; i++) {
            assertThat(curve.smooth().value(i)).isCloseTo(7.25, within(1e-12));
        }
    }

    @Test
    void theAverageWeighsEachStepByItsAge() {
        curve.smooth(2);
        losses(8, 4, 6);
        // memory 1/2: weights 1; 1, 2; 1, 2, 4
        assertThat(curve.smooth().value(1)).isCloseTo((8 + 2 * 4) / 3.0, within(1e-12));
        assertThat(curve.smooth().value(2)).isCloseTo((8 + 2 * 4 + 4 * 6) / 7.0, within(1e-12));
    }

    @Test
    void withoutSmoothingTheAverageIsTheLossItself() {
        losses(8, 4, 6);
        curve.smooth(0);
        assertThat(List.of(curve.smooth().value(0), curve.smooth().value(2)))
                .containsExactly(8.0, 6.0);
    }

    @Test
    void theBandHoldsTheLowestAndHighestOfTheWindow() {
        curve.smooth(5);
        losses(9, 3, 8, 7, 6, 5, 7.5, 7, 6);
        // the last five: 6, 5, 7.5, 7, 6; the 3 has gone
        assertThat(curve.lowest().value(8)).isEqualTo(5);
        assertThat(curve.highest().value(8)).isEqualTo(7.5);
        assertThat(curve.lowest().value(0)).isEqualTo(9);
    }

    @Test
    void timeStandsStillBetweenAPauseAndTheNextStart() {
        curve.accept(
                List.of(
                        started(0, 0),
                        step(1, 10),
                        step(2, 20),
                        new RunEvent.Paused(TEN.plusSeconds(20), 2),
                        started(3620, 2),
                        step(3, 3630)));
        assertThat(curve.raw().seconds(1)).isEqualTo(20);
        // after the gap: an hour of pause is left out
        assertThat(curve.raw().seconds(3)).isEqualTo(30);
    }

    @Test
    void whatARunDidAfterItsCheckpointIsForgottenWhenItIsResumed() {
        curve.smooth(5);
        curve.accept(List.of(started(0, 0), step(1, 10), step(2, 20), step(3, 30)));
        assertThat(curve.smooth().size()).isEqualTo(3);
        curve.accept(List.of(started(100, 1), step(2, 120)));
        assertThat(curve.raw().step(curve.raw().size() - 1)).isEqualTo(2);
        assertThat(curve.raw().seconds(curve.raw().size() - 1)).isEqualTo(10 + 20);
        assertThat(curve.smooth().size()).isEqualTo(curve.raw().size());
    }

    @Test
    void aStepsOtherFiguresAreKeptBesideItsLoss() {
        curve.accept(List.of(new RunEvent.Step(TEN, 1, 2048, 7, 3e-4, 1.5, 2900)));
        assertThat(curve.learningRate().value(0)).isEqualTo(3e-4);
        assertThat(curve.gradientNorm().value(0)).isEqualTo(1.5);
        assertThat(curve.speed().value(0)).isEqualTo(2900);
    }

    private void losses(double... losses) {
        var events = new ArrayList<RunEvent>();
        for (double loss : losses) {
            events.add(LossChartTest.step(events.size() + 1, loss));
        }
        curve.accept(events);
    }

    private static RunEvent started(int second, int step) {
        return new RunEvent.Started(TEN.plusSeconds(second), step, 10, "cpu", 1, 1, false);
    }

    private static RunEvent step(int step, int second) {
        return new RunEvent.Step(TEN.plusSeconds(second), step, step * 2048L, 7, 1e-3, 1, 2048);
    }
}
