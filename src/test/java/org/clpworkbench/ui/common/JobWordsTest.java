package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class JobWordsTest {
    private static JobSnapshot job(JobState state, String stage, long done) {
        return new JobSnapshot(
                "Training clp",
                state,
                stage,
                done,
                200,
                "steps",
                Duration.ofSeconds(10),
                done > 0 ? Optional.of(Duration.ofSeconds(90)) : Optional.empty(),
                Optional.empty());
    }

    @Test
    void saysWhatAJobDoesAndHowLongItWillTake() {
        assertThat(JobWords.doing(job(JobState.RUNNING, "Training", 20)))
                .isEqualTo(
                        "Training · 20 of 200 steps · 2 steps/s · %s left"
                                .formatted(Numbers.duration(Duration.ofSeconds(90))));
    }

    @Test
    void aRunThatWaitsForItsTurnIsNotSaidToRun() {
        assertThat(JobWords.doing(job(JobState.RUNNING, "Waiting for its turn", 0)))
                .isEqualTo("Waiting for its turn");
    }

    @Test
    void whatHasEndedIsItsState() {
        assertThat(JobWords.doing(job(JobState.DONE, "Training", 200)))
                .isEqualTo("Done in " + Numbers.duration(Duration.ofSeconds(10)));
        assertThat(JobWords.doing(job(JobState.RUNNING, "", 0))).isEqualTo("Running");
    }
}
