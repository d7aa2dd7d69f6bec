package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SeedMeanTest {
    private static ChartRun linear(String id, long seed) {
        var group = new ChartRun.Group("settings", "linear", seed);
        return new ChartRun(id, "linear, seed " + seed, 2, group);
    }

    private final LossChartModel model = new LossChartModel();

    @BeforeEach
    void showTwoSeedsAndAnother() {
        model.window().set(0);
        model.seedsTogether().set(true);
        model.show(List.of(linear("a", 1), new ChartRun("b", "random", 1), linear("c", 2)));
    }

    private void losses(String run, int first, double... losses) {
        for (int i = 0; i < losses.length; i++) {
            model.offer(run, List.of(LossChartTest.step(first + i, losses[i])));
        }
        model.drain();
    }

    private Curve mean() {
        return model.curves().getFirst();
    }

    @Test
    void standsInThePlaceOfItsRunsAndOthersStay() {
        losses("a", 1, 8);
        assertThat(mean().run().label()).isEqualTo("linear ×1"); // the other has not begun
        losses("c", 1, 8);
        assertThat(model.curves())
                .extracting(curve -> curve.run().label())
                .containsExactly("linear ×2", "random");
        assertThat(model.hasSeeds().get()).isTrue();
        model.seedsTogether().set(false);
        assertThat(model.curves()).hasSize(3);
    }

    @Test
    void isTheMeanWithTheLowestAndHighestAsItsBand() {
        losses("a", 1, 8, 6);
        losses("c", 1, 9, 5);
        assertThat(mean().raw().value(0)).isEqualTo(8.5);
        assertThat(mean().smooth().value(1)).isEqualTo(5.5);
        assertThat(mean().lowest().value(1)).isEqualTo(5);
        assertThat(mean().highest().value(1)).isEqualTo(6);
        assertThat(mean().raw().step(1)).isEqualTo(2);
        assertThat(mean().raw().tokens(1)).isEqualTo(2 * 2048);
    }

    @Test
    void isAtEachStepOfTheRunsThatHaveBeenThere() {
        losses("a", 1, 8, 6, 4);
        model.offer("c", List.of(LossChartTest.evaluated(0, 9)));
        losses("c", 1, 9);
        assertThat(mean().raw().size()).isEqualTo(3);
        assertThat(mean().raw().value(0)).isEqualTo(8.5);
        assertThat(mean().raw().value(2)).isEqualTo(4);
        losses("c", 2, 5, 3);
        assertThat(mean().raw().size()).isEqualTo(3);
        assertThat(mean().raw().value(2)).isEqualTo(3.5);
    }

    @Test
    void aRunThatWasMadeTwiceIsNotTwoSeeds() {
        model.show(List.of(linear("a", 1), linear("again", 1)));
        assertThat(model.hasSeeds().get()).isFalse();
        assertThat(model.curves()).hasSize(2);
    }

    @Test
    void theAxisHoldsTheWholeBand() {
        losses("a", 1, 20);
        losses("c", 1, 4);
        assertThat(LossRange.up(List.of(mean()), true).getUpperBound()).isGreaterThan(20);
        assertThat(LossRange.up(List.of(mean()), true).getLowerBound()).isLessThan(4);
    }

    @Test
    void passesOverThePauseOfOneOfThem() {
        losses("a", 1, 8, 6, 4);
        losses("c", 1, 9);
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        model.offer("c", List.of(new RunEvent.Paused(now, 1)));
        losses("c", 2, 5, 3);
        assertThat(mean().raw().size()).isEqualTo(3);
        assertThat(mean().raw().value(1)).isEqualTo(5.5);
    }

    @Test
    void followsAnotherAverageAndARunThatWentBack() {
        losses("a", 1, 8, 4);
        losses("c", 1, 6, 2);
        model.window().set(2);
        // memory 1/2: (8 + 2 · 4) / 3 and (6 + 2 · 2) / 3
        assertThat(mean().smooth().value(1)).isCloseTo((16 + 10) / 6.0, within(1e-12));
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        model.offer("c", List.of(new RunEvent.Started(now, 1, 10, "cpu", 1, 1, false)));
        model.drain();
        // the other run stands alone at its second step
        assertThat(mean().raw().value(1)).isEqualTo(4);
    }

    @Test
    void opensToItsRunsWhereItStandsAndClosesAgain() {
        losses("a", 1, 8, 6);
        losses("c", 1, 9, 5);
        ChartRun.Group group = mean().run().group();
        model.toggle(group);
        assertThat(model.drain()).isTrue();
        assertThat(model.curves())
                .extracting(curve -> curve.run().label())
                .containsExactly("linear ×2", "linear, seed 1", "linear, seed 2", "random");
        assertThat(model.curves().subList(1, 3))
                .allMatch(curve -> curve.thin() && curve.run().colour() == 2);
        assertThat(model.curves().get(2).smooth().value(1)).isEqualTo(5);
        // another run beside them changes nothing
        model.show(List.of(linear("a", 1), linear("c", 2)));
        assertThat(model.curves()).hasSize(3);
        model.toggle(group);
        assertThat(model.curves()).hasSize(1);
    }

    @Test
    void staysTheBaselineOfTheTableWhileItIsOpen() {
        model.baseline().set("c");
        for (String run : List.of("a", "b", "c")) {
            model.offer(run, List.of(LossChartTest.evaluated(10, run.equals("a") ? 6 : 8)));
        }
        model.drain();
        model.toggle(mean().run().group());
        EvaluationTable table = EvaluationTable.of(model);
        assertThat(table.baseline()).contains(0);
        assertThat(table.rows().getFirst().losses()).containsExactly(7.0, 6.0, 8.0, 8.0);
    }

    @Test
    void comparesMeansWhereTheBaselineIsOneOfTheRuns() {
        model.baseline().set("c");
        for (String run : List.of("a", "b", "c")) {
            model.offer(run, List.of(LossChartTest.evaluated(10, run.equals("a") ? 6 : 8)));
        }
        model.drain();
        EvaluationTable table = EvaluationTable.of(model);
        assertThat(table.baseline()).contains(0);
        assertThat(table.rows().getFirst().losses()).containsExactly(7.0, 8.0);
        assertThat(table.rows().getFirst().differences().get(1)).isEqualTo(1);
    }
}
