package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import org.clpworkbench.ui.Contrasts;
import org.clpworkbench.ui.Faults;
import org.clpworkbench.ui.ThemeInks;
import org.clpworkbench.ui.common.Palette.Ink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is painted by hand has no nodes whose contrast could be measured in the window: graphs,
/// maps and circles take their inks from the stylesheet by name, the chart by [ChartInk]. Texts
/// have 4.5:1 to the paper, lines and shapes 3:1, as WCAG 2.2 asks; the grid is decoration.
class InkContrastTest {
    private static final double LEAST_OF_LINES = 3;

    private static final Set<Ink> TEXTS =
            EnumSet.of(Ink.TEXT, Ink.MUTED, Ink.ANCHOR, Ink.MISSING, Ink.SOURCE_ONLY);

    private static final Set<Ink> NOT_MEASURED = EnumSet.of(Ink.BACKGROUND, Ink.GRID);

    private final List<String> faint = new ArrayList<>();

    private void measure(String what, Color ink, Color paper, double least) {
        double ratio = Contrasts.ratio(ink, paper);
        if (ratio < least) {
            faint.add("%s: %.2f, not %.1f".formatted(what, ratio, least));
        }
    }

    private static ChartInk chart(boolean dark) throws Exception {
        return OnScreen.get(
                () -> {
                    var ink = new ChartInk(() -> {});
                    var root = new Pane(ink);
                    OnScreen.scene(root, 100, 100, dark);
                    root.applyCss();
                    return ink;
                });
    }

    private static Color fx(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inksStandOutFromThePaper(boolean dark) throws Exception {
        var inks = new ThemeInks(dark);
        Color paper = inks.of(Ink.BACKGROUND);
        for (Ink ink : Ink.values()) {
            if (!NOT_MEASURED.contains(ink)) {
                double least = TEXTS.contains(ink) ? Faults.LEAST_CONTRAST : LEAST_OF_LINES;
                measure(ink.name(), inks.of(ink), paper, least);
            }
        }
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theChartsTextsAndLinesStandOutFromItsPaper(boolean dark) throws Exception {
        var inks = new ThemeInks(dark);
        ChartInk chart = chart(dark);
        Color paper = fx(chart.paper());
        assertThat(paper).isEqualTo(inks.of(Ink.BACKGROUND));
        measure("axes", fx(chart.text()), paper, Faults.LEAST_CONTRAST);
        measure("the baseline", fx(chart.run(0, true, 1)), paper, LEAST_OF_LINES);
        for (int run = 0; run < 6; run++) {
            measure("run " + run, fx(chart.run(run, false, 1)), paper, LEAST_OF_LINES);
        }
        assertThat(faint).isEmpty();
    }
}
