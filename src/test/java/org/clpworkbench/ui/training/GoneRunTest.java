package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs that are in the chart are moved to the bin meanwhile.
class GoneRunTest extends OpenedTraining {
    @TempDir private Path bin;
    private RunFolder random;
    private RunFolder mean;
    private RunFolder linear;

    GoneRunTest() {
        super(700);
    }

    @BeforeEach
    void showThem() throws Exception {
        random = trained("random", 7);
        mean = trained("mean", 6.5);
        linear = trained("linear", 6);
        OnScreen.run(() -> viewModel.show(List.of(random.path(), mean.path(), linear.path())));
        OnScreen.await(() -> person.sees("#folder-linear"));
    }

    private RunFolder trained(String method, double floor) throws IOException {
        return MadeUpRuns.train(MadeUpRuns.create(folder, method, 200), 200, 9, floor);
    }

    private void delete(RunFolder run) throws IOException {
        Files.move(run.path(), bin.resolve(run.provenance().method()));
    }

    private boolean isBaseline(RunFolder run) {
        String id = String.valueOf(run.path().getFileName());
        return viewModel.chart().baseline().get().equals(id);
    }

    @Test
    void leavesWithItsCardAndAnotherIsTheBaseline() throws Exception {
        assertThat(isBaseline(random)).isTrue();
        delete(random);
        OnScreen.await(() -> viewModel.rows().size() == 2);
        assertThat(isBaseline(mean)).isTrue();
        assertThat(person.text("#problem")).startsWith("The folder of random is no longer among");
        assertThat(person.sees("#folder-random")).isFalse();
        assertThat(viewModel.chart().curves()).hasSize(2);
        assertThat(OnScreen.get(viewModel::shownRuns)).containsExactly(mean.path(), linear.path());
    }

    @Test
    void theBaselineThatAPersonChoseStays() throws Exception {
        person.click("#compare-linear");
        OnScreen.await(() -> isBaseline(linear));
        delete(random);
        delete(mean);
        OnScreen.await(() -> viewModel.rows().size() == 1);
        assertThat(isBaseline(linear)).isTrue();
    }

    /// A disk that is away may come back.
    @Test
    void allStayWhileTheWholeWorkspaceIsAway() throws Exception {
        Path runs = folder.resolve("runs");
        Path away = folder.resolve("away");
        Files.move(runs, away);
        OnScreen.await(() -> person.text("#problem-linear").contains("is not there any more"));
        assertThat(viewModel.rows()).hasSize(3);
        Files.move(away, runs);
        OnScreen.await(() -> !person.sees("#problem-linear"));
        assertThat(viewModel.rows()).hasSize(3);
    }
}
