package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class StatusLineTest {
    private static JobSnapshot job(JobState state, String stage, long done) {
        return new JobSnapshot(
                "Training clp",
                state,
                stage,
                done,
                200,
                "steps",
                Duration.ofSeconds(10),
                Optional.empty(),
                "");
    }

    @Test
    void tellsOfTheRunThatTrainsBeforeOneThatWaits() {
        JobSnapshot waits = job(JobState.RUNNING, "Waiting for its turn", 0);
        JobSnapshot trains = job(JobState.RUNNING, "Training", 20);
        JobSnapshot done = job(JobState.DONE, "Reading", 200);

        assertThat(StatusLine.told(List.of(waits, trains, done))).contains(trains);
        assertThat(StatusLine.told(List.of(waits, done))).contains(waits);
        assertThat(StatusLine.told(List.of(done, trains))).contains(done);
        assertThat(StatusLine.told(List.of())).isEmpty();
    }
}
