package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;

import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class ReadoutTest {
    private final LossChartModel model = new LossChartModel();

    @BeforeEach
    void trainThreeSteps() {
        model.show(List.of(new ChartRun("a", "linear", 0)));
        for (int step = 1; step <= 3; step++) {
            model.offer("a", List.of(LossChartTest.step(step, 7.5)));
        }
        model.drain();
    }

    @AfterEach
    void speakEnglish() {
        Texts.speak(Locale.ENGLISH);
    }

    private CrossHair shown(int width) throws Exception {
        return OnScreen.get(
                () -> {
                    var crossHair = new CrossHair();
                    var root = new StackPane(crossHair);
                    OnScreen.scene(root, width, 400, false);
                    root.applyCss();
                    root.layout();
                    crossHair.show(Readout.at(model, 2), 20, new Rectangle2D(0, 0, width, 400));
                    return crossHair;
                });
    }

    private static List<String> words(CrossHair crossHair, String selector) {
        return crossHair.lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void isShownInTheWindowsLanguageAndCopiedForASpreadsheet() throws Exception {
        model.details().set(true);
        Texts.speak(Locale.GERMAN);
        CrossHair crossHair = shown(800);
        assertThat(words(crossHair, ".readout-title").getFirst()).contains("4.096 Token");
        assertThat(words(crossHair, ".readout-number"))
                .containsExactlyInAnyOrder("7,500", "–", "0,00100", "1", "3.000");
        assertThat(words(crossHair, ".readout-copy")).containsExactly("Strg+C kopiert diese Werte");
        assertThat(Readout.at(model, 2).asText())
                .contains(
                        "\ttraining loss\tvalidation loss\tlearning rate\tgradient norm\ttokens/s")
                .contains("linear\t2\t4096\t")
                .contains("\t7.500\t–\t0.001000\t1.000\t3000.0");
    }

    @Test
    void tellsTheFiguresOfTheSmallChartsWhereTheseAreShown() throws Exception {
        assertThat(words(shown(800), ".readout-head"))
                .containsExactlyInAnyOrder("training", "validation");
        assertThat(Readout.at(model, 2).asText()).doesNotContain("learning rate");
        model.details().set(true);
        CrossHair crossHair = shown(800);
        assertThat(words(crossHair, ".readout-head"))
                .containsExactlyInAnyOrder(
                        "training", "validation", "learning rate", "gradient norm", "tokens/s");
        assertThat(columns(crossHair)).isEqualTo(6);
    }

    @Test
    void putsThemBelowTheLossesWhereThereIsLittleWidth() throws Exception {
        model.details().set(true);
        assertThat(columns(shown(250))).isEqualTo(4);
    }

    private static int columns(CrossHair crossHair) {
        return ((GridPane) crossHair.lookup(".readout-table")).getColumnCount();
    }
}
