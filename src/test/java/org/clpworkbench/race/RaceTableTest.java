package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.race.RaceTable.Row;
import org.clpworkbench.race.RaceTable.Runner;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.RunEvent.Evaluated;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class RaceTableTest {
    /// A run evaluated every ten steps of a hundred tokens.
    private static RunFigures run(double... losses) {
        var evaluations = new ArrayList<Evaluated>();
        for (int i = 0; i < losses.length; i++) {
            evaluations.add(
                    new Evaluated(Instant.EPOCH, 10 * i, 1000L * i, losses[i], losses[i] / 2));
        }
        Evaluated last = evaluations.getLast();
        return new RunFigures(
                RunState.DONE,
                last.step(),
                last.step(),
                last.tokens(),
                last.loss(),
                last.loss(),
                last.bitsPerByte(),
                100,
                7,
                evaluations,
                Optional.empty());
    }

    @Test
    void everyStartHasItsBestRateAndIsHeldAgainstTheBaselineOfItsSeed() {
        List<Row> rows =
                RaceTable.of(
                        List.of(
                                new Runner("random", 1e-3, 1, run(9, 8, 6)),
                                new Runner("random", 1e-3, 2, run(9, 8, 7)),
                                new Runner("linear", 1e-3, 1, run(9, 6, 4)),
                                new Runner("linear", 1e-3, 2, run(9, 5, 4)),
                                new Runner("linear", 1e-2, 1, run(9, 8, 8)),
                                new Runner("linear", 1e-2, 2, run(9, 8, 3))),
                        "random");

        assertThat(rows).extracting(Row::start).containsExactly("random", "linear");
        assertThat(rows.getFirst().saved()).isNull();
        assertThat(rows.getFirst().loss()).isEqualTo(6.5);
        Row linear = rows.getLast();
        assertThat(linear.rate()).isEqualTo(1e-3);
        assertThat(linear.seeds()).isEqualTo(2);
        assertThat(linear.tokens()).isEqualTo(2000);
        assertThat(linear.loss()).isEqualTo(4);
        assertThat(linear.bitsPerByte()).isEqualTo(2);
        RaceTable.Interval saved = Objects.requireNonNull(linear.saved());
        // seed 1 reaches 6 after 1,000 of 2,000 tokens; seed 2 falls from 9 to 5 and meets 7
        // halfway
        assertThat(saved.least()).isCloseTo(0.5, within(1e-9));
        assertThat(saved.most()).isCloseTo(0.75, within(1e-9));
        assertThat(saved.mean()).isCloseTo(0.625, within(1e-9));
    }

    @Test
    void savesNothingThatCanBeSaidWhereOneSeedDoesNotReachTheBaseline() {
        List<Row> rows =
                RaceTable.of(
                        List.of(
                                new Runner("random", 1e-3, 1, run(9, 5)),
                                new Runner("mean", 1e-3, 1, run(9, 4)),
                                new Runner("mean", 1e-3, 2, run(9, 6))),
                        "random");

        assertThat(rows.getLast().saved()).isNull();
    }

    @Test
    void aRunIsHopelessWhenItIsNoBetterThanScratchAfterAQuarter() {
        List<Evaluated> scratch = run(9, 8, 7, 6, 5).evaluations();

        assertThat(Hopeless.is(run(12, 9).evaluations(), 40, scratch)).isTrue();
        assertThat(Hopeless.is(run(12, 7.9).evaluations(), 40, scratch)).isFalse();
        assertThat(Hopeless.is(run(12).evaluations(), 40, scratch)).isFalse();
        assertThat(Hopeless.is(run(12, 9).evaluations(), 80, scratch)).isFalse();
        assertThat(Hopeless.is(run(12, 9).evaluations(), 40, List.of())).isFalse();
    }
}
