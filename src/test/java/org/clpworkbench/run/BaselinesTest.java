package org.clpworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class BaselinesTest {
    private record Run(String id, String settings, long seed, boolean evaluated)
            implements Baselines.Seeded {
        Run(String id, String settings, long seed) {
            this(id, settings, seed, true);
        }
    }

    private final Run first = new Run("09-00_random", "random", 1);
    private final Run second = new Run("09-01_random", "random", 2);
    private final Run linear = new Run("09-02_linear", "linear", 2);

    private static Baselines<Run> of(Run chosen, Run... runs) {
        return new Baselines<>(List.of(runs), Optional.of(chosen));
    }

    @Test
    void theOneOfTheRunsSeedServes() {
        assertThat(of(first, first, second, linear).against(linear)).contains(second);
    }

    @Test
    void theChosenOneServesItsOwnSeedThoughThereIsANewerOne() {
        var newer = new Run("10-00_random", "random", 1);
        var other = new Run("10-01_linear", "linear", 1);
        var baselines = of(first, newer, first, other);
        assertThat(baselines.against(other)).contains(first);
        assertThat(baselines.against(first)).contains(first);
    }

    @Test
    void ofSeveralWithOneSeedTheNewestThatWasEvaluatedServesInWhateverOrderTheyCome() {
        var newer = new Run("10-00_random", "random", 2);
        var failed = new Run("11-00_random", "random", 2, false);
        assertThat(of(first, first, second, newer, failed).against(linear)).contains(newer);
        assertThat(of(first, failed, newer, second, first).against(linear)).contains(newer);
        assertThat(of(first, failed, first).against(linear)).contains(failed);
    }

    @Test
    void theyAreSeveralOnlyWhereOthersAreHeldAgainstDifferentOnes() {
        var other = new Run("09-03_linear", "linear", 1);
        assertThat(of(first, first, second, linear, other).several()).isTrue();
        assertThat(of(first, first, second, linear).several()).isFalse();
        assertThat(of(first, first, linear, other).several()).isFalse();
    }
}
