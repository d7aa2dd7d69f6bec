package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void zeroHasAPlaceOnALogarithmicScaleOfSteps() {
        Scale scale = Scale.fromZero(1, 1);
        assertThat(scale.place(0)).isZero();
        // log10 of 1 + 9
        assertThat(scale.place(9)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theFirstTokensHaveAsMuchRoomAsTheFirstStep() {
        assertThat(Scale.fromZero(1, 2048).place(2048)).isEqualTo(Scale.fromZero(1, 1).place(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 37, 4096})
    void aPlaceLeadsBackToItsValue(double value) {
        for (Scale scale : new Scale[] {Scale.linear(60), Scale.LOG, Scale.fromZero(60, 3)}) {
            assertThat(scale.value(scale.place(value))).isCloseTo(value, within(1e-9 * value));
        }
    }

    @Test
    void ticksFromZeroBeginWithZeroAndThePowersOfTen() {
        assertThat(RoundTicks.fromZero(0, 2000)).startsWith(0.0).contains(1.0, 100.0, 1000.0);
    }

    @Test
    void aNarrowRangeOfLossesHasSeveralTicks() {
        assertThat(RoundTicks.between(6.1, 6.9)).contains(6.2, 6.4).hasSize(4);
    }
}
