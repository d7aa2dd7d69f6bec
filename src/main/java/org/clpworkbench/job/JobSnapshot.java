package org.clpworkbench.job;

import java.time.Duration;
import java.util.Optional;

/// One look at a job: what it does, how far it is, how long it will take.
///
/// @param done units done of `total` in this stage; a total of 0 means that it is not known
/// @param failure what went wrong when the state is FAILED, else empty
/// @param pace of work under way that measures it itself
public record JobSnapshot(
        String title,
        JobState state,
        String stage,
        long done,
        long total,
        String unit,
        Duration elapsed,
        Optional<Duration> remaining,
        Optional<Throwable> failure,
        Optional<Pace> pace) {

    /// Work that does not measure its own pace.
    public JobSnapshot(
            String title,
            JobState state,
            String stage,
            long done,
            long total,
            String unit,
            Duration elapsed,
            Optional<Duration> remaining,
            Optional<Throwable> failure) {
        this(title, state, stage, done, total, unit, elapsed, remaining, failure, Optional.empty());
    }

    /// The same, of work that says so itself.
    JobSnapshot going(Pace measured) {
        return new JobSnapshot(
                title,
                state,
                stage,
                done,
                total,
                unit,
                elapsed,
                Optional.of(measured.remaining()),
                failure,
                Optional.of(measured));
    }

    /// The done share between 0 and 1, or -1 when it is not known.
    public double fraction() {
        if (state == JobState.DONE) {
            return 1;
        }
        return total <= 0 ? -1 : Math.clamp((double) done / total, 0.0, 1.0);
    }

    /// How much of the rate's unit is done a second: as the work measures it, else in this stage; 0
    /// before anything is done.
    public double rate() {
        double seconds = elapsed.toMillis() / 1000.0;
        double seen = seconds <= 0 ? 0 : done / seconds;
        return pace.map(Pace::perSecond).orElse(seen);
    }

    /// What the rate counts.
    public String rateUnit() {
        return pace.map(Pace::unit).orElse(unit);
    }
}
