package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.chart.OnScreen;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The runs in the chart lead on to what their models write.
class WritingRunsTest extends OpenedTraining {
    WritingRunsTest() {
        super(700);
    }

    @Test
    void leadOnAsSoonAsThereIsACheckpoint() throws Exception {
        assertThat(person.sees("#letWrite")).isFalse();
        RunFolder random = MadeUpRuns.train(MadeUpRuns.create(folder, "random", 200), 200, 9, 6);
        RunFolder linear = MadeUpRuns.train(MadeUpRuns.create(folder, "linear", 200), 50, 8, 6);
        show(List.of(random.path(), linear.path()));
        OnScreen.await(() -> viewModel.rows().stream().allMatch(RunRow::evaluated));
        assertThat(person.sees("#letWrite")).isFalse();

        MadeUpRuns.wholeCheckpoint(linear, 50);
        OnScreen.await(() -> person.sees("#letWrite"));
        person.click("#letWrite");
        assertThat(recorder.writing).containsExactly(linear.path());
    }

    /// Four can write side by side: of both starts the first seeds, not three seeds of one.
    @Test
    void aRunOfEachStartComesBeforeTheNextSeed() throws Exception {
        var random = new ArrayList<Path>();
        var linear = new ArrayList<Path>();
        for (long seed = 1; seed <= 3; seed++) {
            random.add(trained("random", seed));
            linear.add(trained("linear", seed));
        }
        var all = new ArrayList<>(random);
        all.addAll(linear);
        show(all);
        person.click("#letWrite");
        assertThat(recorder.writing)
                .containsExactly(
                        random.get(0),
                        linear.get(0),
                        random.get(1),
                        linear.get(1),
                        random.get(2),
                        linear.get(2));
    }

    private void show(List<Path> runs) throws Exception {
        OnScreen.run(() -> viewModel.show(runs));
        OnScreen.await(
                () ->
                        viewModel.rows().size() == runs.size()
                                && viewModel.rows().stream()
                                        .allMatch(row -> row.figures().get() != null));
    }

    private Path trained(String method, long seed) throws IOException {
        RunFolder run = MadeUpRuns.create(folder, method, 200, seed);
        MadeUpRuns.ended(MadeUpRuns.train(run, 200, 9, 6), 200, "done", "");
        MadeUpRuns.wholeCheckpoint(run, 200);
        return run.path();
    }
}
