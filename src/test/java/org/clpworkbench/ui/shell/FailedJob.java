package org.clpworkbench.ui.shell;

import org.clpworkbench.job.JobSnapshot;
import org.clpworkbench.job.JobState;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// A transfer that failed after so long that somebody may have turned away.
final class FailedJob {
    private FailedJob() {}

    /// @param why what the exception said
    static JobSnapshot snapshot(String why) {
        return new JobSnapshot(
                "Transfer by clp",
                JobState.FAILED,
                "",
                0,
                0,
                "",
                Duration.ofSeconds(40),
                Optional.empty(),
                Optional.of(new IOException(why)));
    }
}
