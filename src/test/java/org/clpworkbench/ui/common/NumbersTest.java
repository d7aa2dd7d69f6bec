package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;

class NumbersTest {
    private static final String NARROW = "\u202f";

    @Test
    void separatesThousands() {
        assertThat(Numbers.whole(1603)).isEqualTo("1,603");
        assertThat(Numbers.whole(-8192)).isEqualTo("-8,192");
    }

    @Test
    void keepsAtMostFourSignificantDigits() {
        assertThat(Numbers.significant(7.73219)).isEqualTo("7.732");
        assertThat(Numbers.significant(36.8449)).isEqualTo("36.84");
        assertThat(Numbers.significant(1603)).isEqualTo("1,603");
        assertThat(Numbers.significant(Double.NaN)).isEqualTo("–");
    }

    @Test
    void givesSmallSharesADecimal() {
        assertThat(Numbers.percent(1603 / 8192.0)).isEqualTo("20" + NARROW + "%");
        assertThat(Numbers.percent(0.025)).isEqualTo("2.5" + NARROW + "%");
        assertThat(Numbers.percent(0)).isEqualTo("0" + NARROW + "%");
    }

    @Test
    void writesARealMinusSignAndNoMinusZero() {
        assertThat(Numbers.decimal(-0.314, 2)).isEqualTo("−0.31");
        assertThat(Numbers.decimal(-0.0001, 2)).isEqualTo("0.00");
    }

    @Test
    void choosesTheUnitThatFits() {
        assertThat(Numbers.bytes(999)).isEqualTo("999" + NARROW + "B");
        assertThat(Numbers.bytes(28_100_000)).isEqualTo("28.1" + NARROW + "MB");
        assertThat(Numbers.count(6_900_000)).isEqualTo("6.9" + NARROW + "M");
        assertThat(Numbers.duration(Duration.ofSeconds(7500))).isEqualTo("2 h 05 min");
        assertThat(Numbers.duration(Duration.ofSeconds(40))).isEqualTo("40" + NARROW + "s");
    }

    @Test
    void speakTheLanguageOfTheWindow() {
        Texts.speak(Locale.GERMAN);
        try {
            assertThat(Numbers.whole(1603)).isEqualTo("1.603");
            assertThat(Numbers.significant(7.732)).isEqualTo("7,732");
            assertThat(Numbers.decimal(-0.31, 2)).isEqualTo("−0,31");
            assertThat(Numbers.decimal(-0.001, 2)).isEqualTo("0,00");
            assertThat(Numbers.parseWhole(" 1.000 ")).isEqualTo(1000);
        } finally {
            Texts.speak(Locale.ENGLISH);
        }
        assertThat(Numbers.parseWhole("1,000")).isEqualTo(1000);
        assertThatThrownBy(() -> Numbers.parseWhole("1.000"))
                .isInstanceOf(NumberFormatException.class);
    }
}
