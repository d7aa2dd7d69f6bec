package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class RunWatchTest {
    @TempDir private Path workspace;

    @Test
    void aSampleOfEachStepIsKeptAndThoseThatARunGoesBackBehindAreForgotten() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        var watch = new RunWatch(run);
        MadeUpRuns.started(run, 0);
        MadeUpRuns.sample(run, 0, "Das", "Das null");
        MadeUpRuns.sample(run, 25, "Das", "Das Programm");
        assertThat(watch.look().samples())
                .extracting(RunEvent.Sample::text)
                .containsExactly("Das null", "Das Programm");

        MadeUpRuns.sample(run, 50, "Das", "Das Fenster");
        MadeUpRuns.started(run, 25);
        RunLook resumed = watch.look();
        assertThat(resumed.samples()).extracting(RunEvent.Sample::step).containsExactly(0, 25);
        assertThat(resumed.sample()).isEqualTo("Das Programm");

        MadeUpRuns.sample(run, 50, "Das", "Das Haus");
        assertThat(watch.look().sample()).isEqualTo("Das Haus");
    }

    @Test
    void aRunHasAModelOnceACheckpointOfItIsWhole() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        var watch = new RunWatch(run);
        MadeUpRuns.started(run, 0);
        // it was told of, and then deleted
        MadeUpRuns.checkpoint(run, 50);
        assertThat(watch.look().checkpointed()).isFalse();
        MadeUpRuns.wholeCheckpoint(run, 100);
        assertThat(watch.look().checkpointed()).isTrue();
        assertThat(watch.look().checkpointed()).isTrue();
    }

    /// As runs were written down before.
    @Test
    void aSampleWithoutAPromptIsAllText() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        MadeUpRuns.sample(run, 25, "Das Programm");
        assertThat(new RunWatch(run).look().samples())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.prompt()).isEmpty();
                            assertThat(said.text()).isEqualTo("Das Programm");
                        });
    }
}
