package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.clpworkbench.ui.Contrasts;
import org.clpworkbench.ui.ThemeInks;
import org.clpworkbench.ui.common.Palette.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineContrastTest {
    /// As WCAG 2.2 asks of lines and shapes that tell something.
    private static final double LEAST = 3;

    @ParameterizedTest
    @CsvSource({
        "false, MUTED",
        "false, ANCHOR",
        "false, MISSING",
        "false, SPECIAL",
        "false, FALLBACK",
        "false, SOURCE_ONLY",
        "true, MUTED",
        "true, ANCHOR",
        "true, MISSING",
        "true, SPECIAL",
        "true, FALLBACK",
        "true, SOURCE_ONLY"
    })
    void aLineStandsOutFromThePaper(boolean dark, Ink ink) throws Exception {
        var inks = new ThemeInks(dark);
        Color paper = inks.of(Ink.BACKGROUND);
        Color seen = Contrasts.over(LineInk.resting(inks.of(ink)), paper);
        assertThat(Contrasts.ratio(seen, paper)).isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void aLinkIsThinnerTheLessAlikeItsTokensAreAndNeverGone() {
        // a line narrower than a pixel is painted fainter than its colour
        assertThat(LineInk.linkWidth(0.75)).isGreaterThanOrEqualTo(1);
        assertThat(LineInk.linkWidth(1)).isEqualTo(2);
        assertThat(LineInk.linkWidth(0.6))
                .isLessThan(LineInk.linkWidth(0.75))
                .isGreaterThan(LineInk.linkWidth(0.3));
        assertThat(LineInk.linkWidth(0)).isEqualTo(LineInk.linkWidth(-1)).isEqualTo(0.5);
    }
}
