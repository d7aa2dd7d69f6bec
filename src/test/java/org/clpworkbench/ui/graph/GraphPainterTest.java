package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.picture.SvgDrawing;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/// What is painted on the two sheets of a graph.
class GraphPainterTest {
    /// Of 41 tokens.
    private static final DrawnGraph GRAPH = MadeGraphs.drawn(41, GraphLayout.NEARNESS);

    /// @param lower all of it, but a token that is carried
    /// @param upper what follows the mouse
    private record Sheets(String lower, String upper) {}

    private static Sheets painted(int hovered, int carried) throws Exception {
        return painted(GRAPH, hovered, carried);
    }

    private static Sheets painted(DrawnGraph graph, int hovered, int carried) throws Exception {
        return OnScreen.get(
                () -> {
                    var lower = new SvgDrawing(700, 500, "", "Noto Sans Mono");
                    var painter =
                            new GraphPainter(
                                    new SvgPen(lower),
                                    new Palette(() -> {}),
                                    Viewport.of(graph.places().values(), 700, 500),
                                    new LabelWidths(),
                                    look(GraphLook.NONE));
                    painter.paintWithout(carried, graph.picture(), graph.places());
                    var upper = new SvgDrawing(700, 500, "", "Noto Sans Mono");
                    painter.above(new SvgPen(upper), look(hovered))
                            .paintOnly(carried, graph.picture(), graph.places());
                    return new Sheets(lower.finished(), upper.finished());
                });
    }

    private static GraphLook look(int hovered) {
        return new GraphLook(GraphLook.NONE, hovered, _ -> false);
    }

    private static long count(String svg, String what) {
        return Pattern.compile(what).matcher(svg).results().count();
    }

    @Test
    void theTokenUnderTheMouseStandsAboveTheRestWithItsCosine() throws Exception {
        Sheets sheets = painted(7, GraphLook.NONE);
        assertThat(sheets.lower()).contains("·token7<").doesNotContain("·token7  ");
        // 0.9 − 0.6 · 6 / 20
        assertThat(sheets.upper()).contains("·token7  0.720<");
        assertThat(count(sheets.upper(), "<text")).as("it and the middle").isEqualTo(2);
    }

    @Test
    void aCarriedTokenIsOnTheUpperSheetAlone() throws Exception {
        Sheets sheets = painted(GraphLook.NONE, 7);
        assertThat(sheets.lower()).doesNotContain("·token7<");
        assertThat(count(sheets.lower(), "<text")).as("39 and the middle").isEqualTo(40);
        assertThat(sheets.upper()).contains("·token7<");
    }

    /// Of three tokens each that are as alike; the two that are expanded come first.
    @Test
    void theFortyMostAlikeHaveLabelsWhereThereAreMore() throws Exception {
        DrawnGraph graph = MadeGraphs.drawn(61, GraphLayout.NEARNESS);
        String labels = painted(graph, GraphLook.NONE, GraphLook.NONE).lower();
        assertThat(count(labels, "<text")).as("40 and the middle").isEqualTo(41);
        assertThat(labels)
                .contains("·token1<", "·token2<", "·token13<", "·token33<", "·token53<")
                .doesNotContain("·token15<", "·token35<", "·token55<");
    }

    @Test
    void nothingStandsAboveWhereTheMouseIsAtNothing() throws Exception {
        Sheets sheets = painted(GraphLook.NONE, GraphLook.NONE);
        assertThat(count(sheets.upper(), "<(text|path)")).isZero();
    }
}
