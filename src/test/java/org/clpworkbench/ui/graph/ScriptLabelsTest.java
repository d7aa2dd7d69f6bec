package org.clpworkbench.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.common.Palette;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.ui.picture.SvgDrawing;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ScriptLabelsTest {
    private static final String HEBREW = "שלום";
    private static final String ARABIC = "سلام";
    private static final String DEVANAGARI = "नमस्ते";

    private static TokenNode node(int id, String label) {
        return new TokenNode(id, label, TokenKind.MISSING, id == 0 ? 1 : 0.9, 0, false, false);
    }

    private static String painted(int selected) throws Exception {
        var picture =
                new TokenPicture(
                        node(0, DEVANAGARI), List.of(node(1, HEBREW), node(2, ARABIC)), List.of());
        var state = new Exploration(0, List.of(), Map.of(), 20, 0, GraphLayout.NEARNESS);
        DrawnGraph drawn = DrawnGraph.of(state, picture);
        return OnScreen.get(
                () -> {
                    var drawing = new SvgDrawing(600, 400, "", "Noto Sans Mono");
                    new GraphPainter(
                                    new SvgPen(drawing),
                                    new Palette(() -> {}),
                                    Viewport.of(drawn.places().values(), 600, 400),
                                    new LabelWidths(),
                                    new GraphLook(selected, -1, _ -> false))
                            .paint(picture, drawn.places());
                    return drawing.finished();
                });
    }

    @Test
    void labelsTokensOfEveryScript() throws Exception {
        assertThat(painted(-1))
                .contains(">" + HEBREW + "<", ">" + ARABIC + "<", ">" + DEVANAGARI + "<");
    }

    @Test
    void keepsACosineBehindATokenThatIsWrittenFromRightToLeft() throws Exception {
        assertThat(painted(1)).contains(">\u2068" + HEBREW + "\u2069  0.900<");
    }
}
