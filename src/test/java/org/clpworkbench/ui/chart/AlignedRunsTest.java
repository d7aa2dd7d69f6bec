package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Texts;
import org.jfree.data.Range;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs that were begun a week apart, seen together: each counts from its own beginning.
class AlignedRunsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final LossChartModel model = new LossChartModel();

    /// The second takes half as long for a step.
    @BeforeEach
    void showTwoRuns() {
        model.window().set(0);
        model.show(List.of(new ChartRun("a", "random", 0), new ChartRun("b", "linear", 1)));
        model.offer("a", run(MONDAY, 10, 9));
        model.offer("b", run(MONDAY.plus(Duration.ofDays(7)), 5, 7));
        model.drain();
    }

    @Test
    void beginAtZeroOnTheAxisOfTimeWhichIsAsLongAsTheSlowest() {
        model.horizontal().set(Horizontal.TIME);
        Range whole = Axes.of(model, Texts.of(LossChart.class)).whole().x();
        assertThat(whole).isEqualTo(new Range(0, 30));
        for (Curve curve : model.curves()) {
            assertThat(curve.validation().x(0, Horizontal.TIME)).isZero();
        }
        assertThat(seconds(0)).containsExactly(10.0, 20.0, 30.0);
        assertThat(seconds(1)).containsExactly(5.0, 10.0, 15.0);
    }

    @Test
    void areComparedAfterTheSameTimeOfTraining() {
        model.horizontal().set(Horizontal.TIME);
        // after 10 s the first has done one step, the second two
        assertThat(Readout.at(model, 10).rows())
                .extracting(Readout.Row::training)
                .containsExactly(8.0, 5.0);
    }

    @Test
    void areCopiedWithTheStepTokensAndSecondsThatEachHadThen() {
        model.horizontal().set(Horizontal.TIME);
        assertThat(Readout.at(model, 12).asText().lines())
                .containsExactly(
                        "run\tstep\ttokens\tseconds\ttraining loss\tvalidation loss"
                                + "\tvalidation step",
                        "random\t1\t2048\t10.0\t8.000\t9.000\t0",
                        "linear\t2\t4096\t10.0\t5.000\t7.000\t0");
        // after 25 s the second has been at its end for 10
        assertThat(Readout.at(model, 25).asText().lines().skip(1))
                .containsExactly(
                        "random\t2\t4096\t20.0\t7.000\t9.000\t0",
                        "linear\t3\t6144\t15.0\t4.000\t7.000\t0");
    }

    @Test
    void areAtTheirLastStepWhereTheNextWouldHaveCome() {
        model.horizontal().set(Horizontal.TIME);
        assertThat(last(19.9)).containsExactly(false, false);
        assertThat(last(20)).containsExactly(false, true);
        model.horizontal().set(Horizontal.STEPS);
        assertThat(last(3.9)).containsExactly(false, false);
        assertThat(last(4)).containsExactly(true, true);
    }

    private List<Boolean> last(double x) {
        return Readout.at(model, x).rows().stream().map(row -> row.place().last()).toList();
    }

    @Test
    void areComparedAtTheSameStepAndTheSameTokens() {
        assertThat(Readout.at(model, 2).rows())
                .extracting(Readout.Row::training)
                .containsExactly(7.0, 5.0);
        model.horizontal().set(Horizontal.TOKENS);
        assertThat(Readout.at(model, 2 * 2048).rows())
                .extracting(Readout.Row::training)
                .containsExactly(7.0, 5.0);
    }

    private List<Double> seconds(int run) {
        Series line = model.curves().get(run).raw();
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < line.size(); i++) {
            seconds.add(line.x(i, Horizontal.TIME));
        }
        return seconds;
    }

    /// Three steps, of which each takes one nat off the loss.
    private static List<RunEvent> run(Instant begin, int secondsOfAStep, double loss) {
        var events = new ArrayList<RunEvent>();
        events.add(new RunEvent.Started(begin, 0, 3, "cpu", 1, 1, false));
        events.add(new RunEvent.Evaluated(begin, 0, 0, loss, loss / 2.7));
        for (int step = 1; step <= 3; step++) {
            Instant time = begin.plusSeconds((long) step * secondsOfAStep);
            events.add(new RunEvent.Step(time, step, step * 2048L, loss - step, 1e-3, 1, 200));
        }
        return events;
    }
}
