package org.clpworkbench.ui.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.settings.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class WriterChoicesTest {
    @TempDir private Path workspace;

    /// Runs of one race, once for each seed: their method alone would be three times the same name.
    @Test
    void tellsRunsOfSeveralSeedsApart() throws Exception {
        for (long seed : new long[] {1, 2, 3}) {
            MadeUpRuns.wholeCheckpoint(MadeUpRuns.create(workspace, "clp", 200, seed), 100);
        }
        MadeUpRuns.wholeCheckpoint(MadeUpRuns.create(workspace, "random", 200, 1), 100);
        // a run that has not got far enough to write
        MadeUpRuns.create(workspace, "random", 200, 2);
        assertThat(WriterChoices.of(new Workspace(workspace), null, null))
                .extracting(WriterChoice::name)
                .containsExactlyInAnyOrder("clp, seed 1", "clp, seed 2", "clp, seed 3", "random");
    }
}
