package org.clpworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.clpworkbench.job.Pace;
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
    void thePaceThatTheWorkItselfMeasuresIsTold() {
        var pace = new Pace(2940, "tokens", Duration.ofMinutes(6));
        JobSnapshot plain = job(JobState.RUNNING, "Training", 20);
        var measured =
                new JobSnapshot(
                        plain.title(),
                        plain.state(),
                        plain.stage(),
                        plain.done(),
                        plain.total(),
                        plain.unit(),
                        plain.elapsed(),
                        Optional.of(pace.remaining()),
                        plain.failure(),
                        Optional.of(pace));
        assertThat(JobWords.doing(measured))
                .isEqualTo("Training · 20 of 200 steps · 2,940 tokens/s · 6\u202fmin left");
        assertThat(JobWords.standing(measured)).isEqualTo("Training · 20 of 200 steps");
        assertThat(JobWords.pace(measured)).isEqualTo("2,940 tokens/s   6\u202fmin left");
        assertThat(JobWords.pace(plain)).isEmpty();
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
