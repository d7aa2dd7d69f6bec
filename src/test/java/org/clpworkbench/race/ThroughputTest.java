package org.clpworkbench.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.run.RunEnds;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class ThroughputTest {
    @TempDir private Path workspace;

    /// A made-up run trains 16.9 M parameters in bfloat16.
    @Test
    void isWhatTheNewestRunReachedAtLastHoweverLongItIs() throws IOException {
        RunFolder run = MadeUpRuns.train(MadeUpRuns.create(workspace, "linear", 1200), 1200, 9, 6);
        MadeUpRuns.step(run, 1201, 6, 2500);

        // a step of it takes more than 110 bytes: 1,200 are more than both ends of 64 KiB
        List<RunEvent> ends = RunEnds.of(run);
        assertThat(ends).hasSizeLessThan(run.events().size());
        assertThat(ends.getFirst()).isInstanceOf(RunEvent.Started.class);
        assertThat(ends.getLast().step()).isEqualTo(1201);

        Throughput learned = Throughput.of(List.of(run));
        assertThat(learned.bfloat16()).isEqualTo(6 * 16_900_000.0 * 2500);
        assertThat(learned.float32()).isEqualTo(Throughput.ASSUMED.float32());
    }

    @Test
    void isAssumedWhereNoRunCameSoFar() throws IOException {
        RunFolder run = MadeUpRuns.create(workspace, "linear", 200);
        assertThat(Throughput.of(List.of(run))).isEqualTo(Throughput.ASSUMED);
        MadeUpRuns.started(run, 0);
        assertThat(Throughput.of(List.of(run))).isEqualTo(Throughput.ASSUMED);
    }
}
