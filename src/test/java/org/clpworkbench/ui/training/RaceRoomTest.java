package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.race.RunFigures;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// Two runs in windows as they often are: beside the rail, below the bar of the pair and above the
/// status line a screen has 174 less of the width and 74 less of the height.
class RaceRoomTest extends OpenedTraining {
    private static final double LEAST_CHART = 200;

    RaceRoomTest() {
        super(640);
    }

    @ParameterizedTest
    @CsvSource({"1106, 786, true", "850, 626, false", "1426, 626, true"})
    void theCardsOfTwoRunsAreSeenWholeBelowTheChart(int width, int height, boolean open)
            throws Exception {
        RunFolder linear = showTwo(width, height);
        OnScreen.await(() -> samples().isExpanded() == open);
        assertCardsAreSeen();
        List<Double> before = OnScreen.get(this::places);
        MadeUpRuns.sample(linear, 50, "Das", "Das Programm wird in der Zeile gespeichert");
        OnScreen.await(() -> !viewModel.rows().getLast().sample().get().isEmpty());
        OnScreen.picture(scene, Path.of("target/pictures/race-room-%d.png".formatted(width)));
        assertCardsAreSeen();
        // what a model writes moves nothing
        assertThat(OnScreen.get(this::places)).isEqualTo(before);
    }

    @Test
    void whatTheModelsWriteHasSomeLinesWhereItIsOpenBelow() throws Exception {
        showTwo(1106, 786);
        OnScreen.await(() -> samples().isExpanded());
        var scroll = (ScrollPane) node(".samples-scroll");
        double line = 1.6 * samples().getFont().getSize();
        OnScreen.await(() -> scroll.getViewportBounds().getHeight() > 4.5 * line);
    }

    @Test
    void inALowWindowItIsOpenedByAKeyAndThatIsRememberedForLowOnes() throws Exception {
        showTwo(850, 626);
        OnScreen.await(() -> !samples().isExpanded());
        assertThat(viewModel.chart().choices().samples()).isTrue();
        OnScreen.run(() -> samples().requestFocus());
        new FxRobot().push(KeyCode.SPACE);
        OnScreen.await(() -> samples().isExpanded());
        assertThat(viewModel.chart().choices().samplesWhereLow()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/race-room-opened.png"));
        OnScreen.run(() -> scene.getRoot().layout());
        assertThat(OnScreen.get(() -> bounds(node(".chart-panel")).getHeight()))
                .isGreaterThan(LEAST_CHART);
        new FxRobot().push(KeyCode.SPACE);
        OnScreen.await(() -> !samples().isExpanded());
        assertCardsAreSeen();
        assertThat(viewModel.chart().choices().samplesWhereLow()).isFalse();
        assertThat(viewModel.chart().choices().samples()).isTrue();
    }

    private RunFolder showTwo(int width, int height) throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        MadeUpRuns.train(random, 100, 9, 6.4);
        MadeUpRuns.ended(random, 100, "stopped", "");
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.train(linear, 50, 8, 6);
        MadeUpRuns.own(linear, true);
        OnScreen.run(
                () -> {
                    scene.getWindow().setWidth(width);
                    scene.getWindow().setHeight(height);
                    viewModel.show(List.of(random.path(), linear.path()));
                });
        OnScreen.await(() -> scene.getWidth() == width && scene.getHeight() == height);
        OnScreen.await(() -> cards().size() == 2);
        OnScreen.await(() -> viewModel.rows().stream().allMatch(RaceRoomTest::isEvaluated));
        return linear;
    }

    private static boolean isEvaluated(RunRow row) {
        RunFigures figures = row.figures().get();
        return figures != null && !figures.evaluations().isEmpty();
    }

    private void assertCardsAreSeen() throws Exception {
        OnScreen.await(
                () -> {
                    scene.getRoot().layout();
                    Bounds seen = bounds(node("#cardsScroll"));
                    return seen.getMaxY() <= scene.getHeight()
                            && cards().stream().allMatch(card -> seen.contains(bounds(card)));
                });
        assertThat(OnScreen.get(() -> bounds(node(".chart-panel")).getHeight()))
                .isGreaterThan(LEAST_CHART);
    }

    /// Where the chart ends, and where each card begins and ends.
    private List<Double> places() {
        Bounds first = bounds(cards().getFirst());
        Bounds last = bounds(cards().getLast());
        return List.of(
                bounds(node(".chart-panel")).getMaxY(),
                first.getMinY(),
                first.getMaxY(),
                last.getMinY(),
                last.getMaxY());
    }

    private List<Node> cards() {
        return List.copyOf(scene.getRoot().lookupAll(".run-card"));
    }

    private TitledPane samples() {
        return (TitledPane) node("#samples");
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
