package org.clpworkbench.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.TwoSeeds;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Saved tokens where each seed has a baseline of its own.
class RunBaselineTest extends OpenedRuns {
    private final List<TwoSeeds> made = new ArrayList<>();
    @TempDir private Path elsewhere;

    @Override
    void makeFirstRuns() throws IOException {
        made.add(TwoSeeds.create(folder));
    }

    @BeforeEach
    void compareWithTheFirstSeed() throws Exception {
        OnScreen.await(() -> table().getItems().size() == 4);
        OnScreen.run(() -> pair.baseline().set(race().random().path()));
    }

    private TwoSeeds race() {
        return made.getFirst();
    }

    private Readable entry(RunFolder run) {
        return RunsViewModel.readable(viewModel.entries()).stream()
                .filter(entry -> entry.folder().equals(run.path()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theyAreCountedAgainstTheBaselineOfTheRunsSeedAsOnItsCard() throws Exception {
        assertThat(viewModel.saved(entry(race().linear2()))).hasValue(TwoSeeds.SAVED);
        assertThat(viewModel.saved(entry(race().linear()))).hasValue(TwoSeeds.SAVED_AGAINST_FIRST);
        assertThat(viewModel.saved(entry(race().random2()))).isEmpty();
        int row = OnScreen.get(() -> table().getItems().indexOf(entry(race().linear2())));
        assertThat(text("saved", row)).isEqualTo("−75\u202f%");
        assertThat(label("#compared"))
                .isEqualTo(
                        "Tokens saved are counted against random of the same seed,"
                                + " else of seed 1.");
    }

    @Test
    void whereThatIsGoneTheChosenOneServesAndIsNamedAlone() throws Exception {
        Files.move(race().random2().path(), elsewhere.resolve("gone"));
        OnScreen.await(() -> table().getItems().size() == 3);
        assertThat(viewModel.saved(entry(race().linear2()))).hasValue(TwoSeeds.SAVED_AGAINST_FIRST);
        assertThat(label("#compared")).isEqualTo("Tokens saved are counted against random.");
    }

    @Test
    void theBaselineOfTheRunsSeedGoesIntoTheChartWithIt() throws Exception {
        OnScreen.run(() -> viewModel.selected().setAll(List.of(entry(race().linear2()))));
        OnScreen.run(viewModel::openInChart);
        assertThat(recorder.shownRuns)
                .containsExactlyInAnyOrder(
                        race().random().path(), race().random2().path(), race().linear2().path());
        assertThat(recorder.baseline).contains(race().random().path());
    }
}
