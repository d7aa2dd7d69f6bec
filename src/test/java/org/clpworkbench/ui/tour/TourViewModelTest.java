package org.clpworkbench.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.ui.TestContext;
import org.clpworkbench.ui.WorkbenchWindow;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.AnchorCount;
import org.clpworkbench.ui.common.ModelPair;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/// Whose models the tour is told with.
class TourViewModelTest {
    private static final ModelPair EMBEDDED =
            new ModelPair(
                    Recorder.model("English small", 1000), Recorder.model("German helper", 100));
    private static final ModelSummary LARGE = Recorder.model("Large", 7_000_000_000L);
    private static final ModelSummary HELPER = Recorder.model("Finnish", 100_000_000);

    @TempDir private Path workspace;
    private TestContext test;
    private Pair pair;
    private TourViewModel tour;

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() {
        test = new TestContext(workspace);
        pair = test.pair();
        tour =
                WorkbenchWindow.onFxThread(
                        () -> new TourViewModel(test.context(), () -> Optional.of(EMBEDDED)));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void tellsWithTheEmbeddedModelsAndGivesBackWhatWasChosenWithItsTicks() {
        onFx(
                () -> {
                    new ModelPair(LARGE, HELPER).choose(pair);
                    pair.anchors().set(new AnchorCount(3, 9));
                    pair.token().set(7);
                    pair.done().add(ScreenName.OVERLAP);
                    tour.begin();
                });
        assertThat(EMBEDDED.isChosen(pair)).isTrue();
        assertThat(words()).startsWith("English small is the source").endsWith("yours are back.");
        onFx(
                () -> {
                    // once more from the beginning, while it goes on
                    tour.next();
                    tour.begin();
                    tour.next();
                });
        assertThat(words()).doesNotContain("yours are back");
        onFx(tour::end);
        assertThat(pair.source().get()).isEqualTo(LARGE);
        assertThat(pair.helper().get()).isEqualTo(HELPER);
        assertThat(pair.anchors().get()).isEqualTo(new AnchorCount(3, 9));
        assertThat(pair.token().get()).isEqualTo(7);
        assertThat(pair.done()).contains(ScreenName.OVERLAP);
    }

    @Test
    void leavesWhatIsChosenDuringTheTour() {
        onFx(
                () -> {
                    new ModelPair(LARGE, HELPER).choose(pair);
                    tour.begin();
                    pair.helper().set(HELPER);
                });
        assertThat(words()).contains("Finnish").doesNotContain("yours are back");
        onFx(tour::end);
        assertThat(pair.source().get()).isEqualTo(EMBEDDED.source());
        assertThat(pair.helper().get()).isEqualTo(HELPER);
    }

    @Test
    void choosesTheEmbeddedModelsWhereNothingWasAndLeavesThem() {
        onFx(tour::begin);
        assertThat(words()).startsWith("English small is the source").endsWith("nothing.");
        onFx(tour::end);
        assertThat(EMBEDDED.isChosen(pair)).isTrue();
    }

    @Test
    void goesOnInAnotherLanguageAndStillGivesBackWhatWasChosen() {
        TourViewModel next =
                WorkbenchWindow.onFxThread(
                        () -> {
                            new ModelPair(LARGE, HELPER).choose(pair);
                            tour.begin();
                            var after =
                                    new TourViewModel(test.context(), () -> Optional.of(EMBEDDED));
                            after.follow(tour);
                            after.end();
                            return after;
                        });
        assertThat(next.step().get()).isNull();
        assertThat(pair.source().get()).isEqualTo(LARGE);
    }

    private String words() {
        return WorkbenchWindow.onFxThread(() -> tour.words().getValue());
    }

    private static void onFx(Runnable act) {
        WorkbenchWindow.onFxThread(
                () -> {
                    act.run();
                    return true;
                });
    }
}
