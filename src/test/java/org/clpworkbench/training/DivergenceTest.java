package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.IntToDoubleFunction;

class DivergenceTest {
    /// The step after which it is noticed; 0 for never.
    private static int noticed(int steps, IntToDoubleFunction loss) {
        var divergence = new Divergence();
        for (int step = 1; step <= steps; step++) {
            if (divergence.after(loss.applyAsDouble(step), 1)) {
                return step;
            }
        }
        return 0;
    }

    @Test
    void aLossThatFallsOrStaysIsNone() {
        assertThat(noticed(1000, step -> 9 - step / 200.)).isZero();
        assertThat(noticed(1000, _ -> 9)).isZero();
    }

    @Test
    void lossesOfHundredsEveryFewStepsAreNone() {
        assertThat(noticed(1000, step -> step % 7 == 0 ? 200 + step : 8 - step / 500.)).isZero();
    }

    @Test
    void aLossThatClimbsAndStaysUpIsNoticedWithinSixtySteps() {
        assertThat(noticed(1000, step -> step < 200 ? 6 : 6 + (step - 200.) / 4))
                .isBetween(201, 260);
    }

    @Test
    void aLossThatClimbsFromTheBeginningIsNoticedWhenFiftyStepsAreSeen() {
        assertThat(noticed(1000, step -> step < 12 ? 9 + step / 4. : 60)).isBetween(51, 60);
    }

    @Test
    void noNumberIsNoticedAtOnce() {
        assertThat(noticed(1000, step -> step == 3 ? Double.NaN : 8)).isEqualTo(3);
        assertThat(new Divergence().after(8, Double.POSITIVE_INFINITY)).isTrue();
    }
}
