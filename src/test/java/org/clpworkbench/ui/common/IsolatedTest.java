package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.text.Bidi;

class IsolatedTest {
    private static final String HEBREW = "שלום";
    private static final String ARABIC = "سلام";
    private static final String DEVANAGARI = "नमस्ते";

    @Test
    void keepsATokenFromTurningItsNeighboursAround() {
        String as = "among %s, %s.";
        assertThat(levelOfComma(as.formatted(HEBREW, ARABIC))).as("turned around").isEqualTo(1);
        assertThat(levelOfComma(as.formatted(Isolated.of(HEBREW), Isolated.of(ARABIC)))).isZero();
    }

    /// Odd where it is written from right to left.
    private static int levelOfComma(String sentence) {
        return new Bidi(sentence, Bidi.DIRECTION_LEFT_TO_RIGHT).getLevelAt(sentence.indexOf(','));
    }

    @Test
    void leavesOtherTokensAsTheyAre() {
        assertThat(Isolated.of(DEVANAGARI)).isEqualTo(DEVANAGARI);
        assertThat(Isolated.of("·Haus")).isEqualTo("·Haus");
        assertThat(Isolated.of("")).isEmpty();
        assertThat(Isolated.of(HEBREW)).isEqualTo("\u2068" + HEBREW + "\u2069");
    }
}
