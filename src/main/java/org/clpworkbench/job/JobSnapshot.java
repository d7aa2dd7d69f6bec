package org.clpworkbench.job;

import java.time.Duration;
import java.util.Optional;

/// One look at a job: what it does, how far it is, how long it will take.
///
/// @param done units done of `total` in this stage; a total of 0 means that it is not known
/// @param failure what went wrong when the state is FAILED, else empty
public record JobSnapshot(
        String title,
        JobState state,
        String stage,
        long done,
        long total,
        String unit,
        Duration elapsed,
        Optional<Duration> remaining,
        Optional<Throwable> failure) {

    /// The done share between 0 and 1, or -1 when it is not known.
    public double fraction() {
        if (state == JobState.DONE) {
            return 1;
        }
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0.0, 1.0);
    }

    /// Units a second in this stage; 0 before anything is done.
    public double rate() {
        double seconds = elapsed.toMillis() / 1000.0;
        return seconds <= 0 ? 0 : done / seconds;
    }
}
