package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;

import org.clpworkbench.ui.Contrasts;
import org.clpworkbench.ui.Faults;
import org.clpworkbench.ui.ThemeInks;
import org.clpworkbench.ui.common.Palette.Ink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelContrastTest {
    @ParameterizedTest
    @CsvSource({
        "false, ANCHOR",
        "false, MISSING",
        "false, SPECIAL",
        "false, FALLBACK",
        "false, SOURCE_ONLY",
        "false, MUTED",
        "false, FOCUS",
        "true, ANCHOR",
        "true, MISSING",
        "true, SPECIAL",
        "true, FALLBACK",
        "true, SOURCE_ONLY",
        "true, MUTED",
        "true, FOCUS"
    })
    void aLabelCanBeReadOverWhateverIsPaintedBehindIt(boolean dark, Ink behind) throws Exception {
        var inks = new ThemeInks(dark);
        Color paper = inks.over(Ink.BACKGROUND, GraphPainter.PAPER, inks.of(behind));
        assertThat(Contrasts.ratio(inks.of(Ink.TEXT), paper))
                .isGreaterThanOrEqualTo(Faults.LEAST_CONTRAST);
    }
}
