package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final double EXACT = 1e-15;
    private final Schedule schedule =
            new Schedule(new Optimisation(1e-3, 50, 0.1, 0.1, true, 1), 250);

    @Test
    void warmsUpLinearlyToThePeak() {
        assertThat(schedule.rate(1)).isCloseTo(1e-3 / 50, within(EXACT));
        assertThat(schedule.rate(50)).isCloseTo(1e-3, within(EXACT));
    }

    @Test
    void isHalfWayBetweenPeakAndFloorInTheMiddleOfTheCosine() {
        assertThat(schedule.rate(150)).isCloseTo((1e-3 + 1e-4) / 2, within(EXACT));
    }

    @Test
    void endsAtTheFinalShareOfThePeak() {
        assertThat(schedule.rate(250)).isCloseTo(1e-4, within(EXACT));
    }
}
