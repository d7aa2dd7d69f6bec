package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;

import java.time.Instant;

class LossAverageTest {
    private static final Instant NOW = Instant.EPOCH;

    private final LossAverage average = new LossAverage();

    @Test
    void isTheFirstLossAfterOneStepAndDoesNotComeFromZero() {
        assertThat(average.value()).isNaN();
        step(1, 4);
        assertThat(average.value()).isEqualTo(4, within(1e-12));
        step(2, 2);
        // weights 0.95 · 0.05 and 0.05: (0.0475 · 4 + 0.05 · 2) / 0.0975
        assertThat(average.value()).isEqualTo(0.29 / 0.0975, within(1e-12));
    }

    @Test
    void beginsAnewWhereStepsAreDoneAgain() {
        step(1, 9);
        step(2, 9);
        started(2);
        step(3, 9);
        assertThat(average.value()).isEqualTo(9, within(1e-12));
        started(1);
        step(2, 5);
        assertThat(average.value()).isEqualTo(5, within(1e-12));
    }

    private void step(int step, double loss) {
        average.add(new RunEvent.Step(NOW, step, 0, loss, 0, 0, 0));
    }

    private void started(int step) {
        average.add(new RunEvent.Started(NOW, step, 10, "cpu", 0, 0, false));
    }
}
