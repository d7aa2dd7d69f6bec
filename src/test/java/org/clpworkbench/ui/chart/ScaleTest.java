package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.ui.common.Texts;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

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
        assertThat(RoundTicks.fromZero(0, 2000, 1))
                .startsWith(0.0, 1.0, 10.0, 100.0, 1000.0)
                .doesNotContain(0.5);
    }

    @Test
    void ticksAreWrittenInTheWindowsLanguage() {
        Texts.speak(Locale.GERMAN);
        try {
            assertThat(RoundTicks.words(1500)).isEqualTo("1.500");
            assertThat(RoundTicks.words(3 * 0.1)).isEqualTo("0,3");
            assertThat(RoundTicks.words(0.0015)).isEqualTo("0,0015");
            assertThat(ticks(0, 2)).contains("0,5", "1,0", "1,5");
            assertThat(ticks(0, 0.0002)).contains("0,00010");
            assertThat(ticks(0, 4000)).contains("1.000", "2.000");
        } finally {
            Texts.speak(Locale.ENGLISH);
        }
        assertThat(ticks(0, 2)).contains("0.5", "1.0", "1.5");
    }

    /// Of a linear axis that is 100 pixels tall.
    private static List<String> ticks(double from, double to) {
        var axis = new ScaledAxis("");
        axis.show(from, to);
        var g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        var area = new Rectangle2D.Double(0, 0, 300, 100);
        List<?> ticks = axis.refreshTicks(g2, new AxisState(), area, RectangleEdge.LEFT);
        g2.dispose();
        return ticks.stream().map(tick -> ((NumberTick) tick).getText()).toList();
    }

    @Test
    void aNarrowRangeOfLossesHasSeveralTicks() {
        assertThat(RoundTicks.between(6.1, 6.9)).contains(6.2, 6.4).hasSize(4);
    }
}
