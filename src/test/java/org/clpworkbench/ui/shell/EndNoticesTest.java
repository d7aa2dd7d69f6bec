package org.clpworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

class EndNoticesTest {
    /// What was long enough for somebody to turn away, unless that somebody cancelled it.
    @ParameterizedTest
    @CsvSource({
        "DONE, 15, true",
        "DONE, 14, false",
        "FAILED, 60, true",
        "FAILED, 3, false",
        "CANCELLED, 60, false"
    })
    void tellWhatTookLong(JobState state, int seconds, boolean told) {
        var ended =
                new JobSnapshot(
                        "transfer",
                        state,
                        "",
                        0,
                        0,
                        "",
                        Duration.ofSeconds(seconds),
                        Optional.empty(),
                        Optional.empty());
        assertThat(EndNotices.worthNoticing(ended)).isEqualTo(told);
    }
}
