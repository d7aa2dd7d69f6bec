package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What the loss axis spans, by what the runs begin with.
class LossRangeTest {
    private final LossChartModel model = new LossChartModel();

    /// Runs that begin with these losses and come down to 4.
    private List<Curve> beginning(double... losses) {
        var runs = new ArrayList<ChartRun>();
        for (int run = 0; run < losses.length; run++) {
            runs.add(new ChartRun("run-" + run, "run " + run, run));
        }
        model.show(runs);
        for (int run = 0; run < losses.length; run++) {
            model.offer(
                    "run-" + run,
                    List.of(LossChartTest.step(1, losses[run]), LossChartTest.step(2, 4)));
        }
        model.drain();
        return model.curves();
    }

    @Test
    void aBaselineFromRandomWeightsIsSeenWholeBesideATransfer() {
        Range linear = LossRange.up(beginning(10.4, 7), false);
        assertThat(linear.getUpperBound()).isBetween(10.4, 11.0);
        assertThat(linear.getLowerBound()).isBetween(3.6, 4.0);
    }

    @Test
    void oneOfTwoRunsNeverStandsApart() {
        assertThat(LossRange.up(beginning(40, 7), false).getUpperBound()).isGreaterThan(40);
    }

    @Test
    void whatIsHigherThanMostButNotByFarIsSeenWhole() {
        // 17 is less than 2.5 times the 7 in the middle
        List<Curve> curves = beginning(17, 7, 6.5);
        assertThat(LossRange.up(curves, false).getUpperBound()).isGreaterThan(17);
        assertThat(LossRange.above(curves, false)).isEmpty();
    }

    @Test
    void aRunFarAboveSeveralOthersIsLeftOutOfALinearAxisAndNamed() {
        List<Curve> curves = beginning(40, 7, 10.4);
        assertThat(LossRange.up(curves, false).getUpperBound()).isBetween(10.4, 11.0);
        assertThat(LossRange.above(curves, false)).containsExactly(curves.getFirst());
        assertThat(LossRange.all(curves).getUpperBound()).isGreaterThan(40);
        assertThat(LossRange.up(curves, true)).isEqualTo(LossRange.all(curves));
        assertThat(LossRange.above(curves, true)).isEmpty();
    }

    @Test
    void spansSomethingWhereNothingWasMeasured() {
        assertThat(LossRange.up(List.of(), false)).isEqualTo(new Range(1, 10));
        assertThat(LossRange.all(beginning())).isEqualTo(new Range(1, 10));
    }
}
