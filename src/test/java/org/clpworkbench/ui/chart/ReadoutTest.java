package org.clpworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.clpworkbench.training.RunEvent;
import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

class ReadoutTest {
    private static final int HEIGHT = 400;
    private static final int MANY = 50;

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
        return shown(width, 2);
    }

    private CrossHair shown(int width, double x) throws Exception {
        return OnScreen.get(
                () -> {
                    var crossHair = new CrossHair();
                    var root = new StackPane(crossHair);
                    OnScreen.scene(root, width, HEIGHT, false);
                    root.applyCss();
                    root.layout();
                    crossHair.show(
                            Readout.at(model, x),
                            20,
                            new Rectangle2D(0, 0, width, HEIGHT),
                            Comparator.comparingDouble(Readout.Row::loss));
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
    void aRunThatEndedBeforeIsSaidToBeAtItsLastStep() throws Exception {
        model.show(List.of(new ChartRun("a", "linear", 0), new ChartRun("b", "random", 1)));
        for (int step = 1; step <= 6; step++) {
            model.offer("b", List.of(LossChartTest.step(step, 9)));
        }
        model.drain();
        assertThat(words(shown(800), ".readout-head")).doesNotContain("step");
        CrossHair crossHair = shown(800, 5);
        assertThat(words(crossHair, ".readout-title").getFirst()).startsWith("step 5 · 10,240 ");
        assertThat(words(crossHair, ".readout-head"))
                .containsExactlyInAnyOrder("step", "training", "validation");
        assertThat(words(crossHair, ".readout-number")).contains("3 (last)", "5");
        assertThat(crossHair.words()).contains("; linear: step 3 (last), training 7.500");
        assertThat(Readout.at(model, 5).asText())
                .contains("linear\t3\t6144\t", "random\t5\t10240\t");
    }

    @Test
    void onTheAxisOfTimeTheTitleTellsTheTimeAndEachRunItsStep() throws Exception {
        model.show(List.of(new ChartRun("slow", "slow", 0), new ChartRun("fast", "fast", 1)));
        model.horizontal().set(Horizontal.TIME);
        trainInTime("slow", 20);
        trainInTime("fast", 10);
        CrossHair crossHair = shown(800, 40);
        assertThat(words(crossHair, ".readout-title").getFirst()).isEqualTo("40\u202fs");
        assertThat(words(crossHair, ".readout-number")).contains("2", "4");
        // at the same step the time is what they differ in
        model.horizontal().set(Horizontal.STEPS);
        crossHair = shown(800, 2);
        assertThat(words(crossHair, ".readout-title").getFirst())
                .isEqualTo("step 2 · 4,096 tokens");
        assertThat(words(crossHair, ".readout-head")).contains("time").doesNotContain("step");
        assertThat(words(crossHair, ".readout-number")).contains("40\u202fs", "20\u202fs");
    }

    private void trainInTime(String run, int secondsOfAStep) {
        var events = new ArrayList<RunEvent>();
        events.add(new RunEvent.Started(Instant.EPOCH, 0, 6, "cpu", 1, 1, false));
        for (int step = 1; step <= 6; step++) {
            Instant time = Instant.EPOCH.plusSeconds((long) step * secondsOfAStep);
            events.add(new RunEvent.Step(time, step, step * 2048L, 7, 1e-3, 1, 3000));
        }
        model.offer(run, events);
        model.drain();
    }

    @Test
    void putsThemBelowTheLossesWhereThereIsLittleWidth() throws Exception {
        model.details().set(true);
        assertThat(columns(shown(250))).isEqualTo(4);
    }

    @Test
    void shownOfManyRunsAreThoseThatFitIntoTheChartAndHowManyMoreThereAre() throws Exception {
        showMany();
        CrossHair crossHair = shown(800);
        List<String> names = names(crossHair);
        assertThat(names).hasSizeBetween(8, 30);
        int left = MANY - names.size();
        // the lowest losses, which the last runs have, in the order of the table
        assertThat(names)
                .containsExactlyElementsOf(
                        IntStream.range(left, MANY).mapToObj(run -> "run " + run).toList());
        assertThat(words(crossHair, ".readout-copy"))
                .containsExactly("and %d more; Ctrl+C copies all".formatted(left));
        assertFills(crossHair, 1);
        assertThat(crossHair.words())
                .contains("; run 49: training 5.100; ")
                .endsWith("more; Ctrl+C copies all")
                .doesNotContain("run 0:");
        assertThat(Readout.at(model, 2).asText().lines()).hasSize(1 + MANY);
    }

    @Test
    void theyFitWithTheirFiguresBelowTheLossesToo() throws Exception {
        showMany();
        model.details().set(true);
        CrossHair crossHair = shown(250);
        assertThat(names(crossHair)).startsWith("run " + (MANY - names(crossHair).size() / 2));
        assertFills(crossHair, 2);
    }

    private void showMany() {
        var runs = new ArrayList<ChartRun>();
        for (int i = 0; i < MANY; i++) {
            runs.add(new ChartRun("many-" + i, "run " + i, i));
        }
        model.show(runs);
        for (int i = 0; i < MANY; i++) {
            model.offer("many-" + i, List.of(LossChartTest.step(2, 10 - i / 10.0)));
        }
        model.drain();
    }

    /// Names of the rows, from the top.
    private static List<String> names(CrossHair crossHair) {
        return crossHair.lookupAll(".readout-table .label").stream()
                .map(Label.class::cast)
                .filter(label -> label.getGraphic() instanceof RunSwatch)
                .sorted(Comparator.comparing(GridPane::getRowIndex))
                .map(Label::getText)
                .toList();
    }

    /// Stands within the chart, and another row would not.
    private static void assertFills(CrossHair crossHair, int blocks) throws Exception {
        var card = (Region) crossHair.lookup(".readout");
        var table = (GridPane) crossHair.lookup(".readout-table");
        double line = OnScreen.get(() -> table.prefHeight(-1)) / table.getRowCount();
        double bottom = card.getLayoutY() + card.getHeight();
        assertThat(bottom).isBetween(HEIGHT - 16 - 1.5 * blocks * line, (double) HEIGHT);
    }

    private static int columns(CrossHair crossHair) {
        return ((GridPane) crossHair.lookup(".readout-table")).getColumnCount();
    }
}
