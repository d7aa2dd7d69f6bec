package org.clpworkbench.ui.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.clpworkbench.ui.Contrasts;
import org.clpworkbench.ui.Faults;
import org.clpworkbench.ui.ThemeInks;
import org.clpworkbench.ui.common.Palette.Ink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountContrastTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCountsInTheCirclesCanBeRead(boolean dark) throws Exception {
        var inks = new ThemeInks(dark);
        Color paper = inks.of(Ink.BACKGROUND);
        Color source = inks.over(Ink.SOURCE_ONLY, OverlapPicture.DISC, paper);
        Color helper = inks.over(Ink.MISSING, OverlapPicture.DISC, paper);
        Color both = inks.over(Ink.MISSING, OverlapPicture.DISC, source);
        Color lens = inks.over(Ink.ANCHOR, OverlapPicture.LENS, both);
        assertReadable(inks.of(Ink.SOURCE_ONLY), source);
        assertReadable(inks.of(Ink.MISSING), helper);
        assertReadable(inks.of(Ink.TEXT), lens);
    }

    private static void assertReadable(Color count, Color behind) {
        assertThat(Contrasts.ratio(count, behind)).isGreaterThanOrEqualTo(Faults.LEAST_CONTRAST);
    }
}
