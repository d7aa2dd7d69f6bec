package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.Baselines;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.ui.chart.RunColours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SameSeedTest {
    @TempDir private Path folder;
    private final List<RunRow> rows = new ArrayList<>();

    @BeforeEach
    void makeTwoSeedsOfTwoStartsAndAThirdOfOne() throws IOException {
        var runs = new ArrayList<RunFolder>();
        for (long seed = 1; seed <= 2; seed++) {
            runs.add(MadeUpRuns.create(folder, "random", 40, seed));
            runs.add(MadeUpRuns.create(folder, "linear", 40, seed));
        }
        runs.add(MadeUpRuns.create(folder, "linear", 40, 3));
        try (var settings = new SettingsFile(folder.resolve("settings.json"))) {
            var names = new RunColours(settings).names(runs);
            runs.forEach(run -> rows.add(new RunRow(run, names.of(run))));
        }
    }

    private Optional<String> against(RunRow row) {
        return new Baselines<>(rows, Optional.of(rows.getFirst()))
                .against(row)
                .map(other -> other.chartRun().label());
    }

    @Test
    void aRunIsHeldAgainstTheBaselineOfItsSeed() {
        assertThat(rows.get(1).chartRun().label()).isEqualTo("linear, seed 1");
        assertThat(against(rows.get(1))).contains("random, seed 1");
        assertThat(against(rows.get(3))).contains("random, seed 2");
    }

    @Test
    void whereTheBaselineHasNoSuchSeedAgainstTheChosenOne() {
        assertThat(against(rows.get(4))).contains("random, seed 1");
        assertThat(new Baselines<>(rows, Optional.<RunRow>empty()).against(rows.get(4))).isEmpty();
    }

    @Test
    void repetitionsOfTheBaselineAreBaselinesToo() {
        var baselines = new Baselines<>(rows, Optional.of(rows.getFirst()));
        assertThat(rows.stream().map(baselines::isBaseline))
                .containsExactly(true, false, true, false, false);
    }
}
