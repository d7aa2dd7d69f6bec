package org.clpworkbench.ui.chart;

import java.time.Duration;
import java.time.Instant;

/// Seconds that a run has been trained: it stands still from a pause to the next start.
final class TrainingClock {
    private Instant began = Instant.EPOCH;
    private double before;
    private double last;
    private boolean running;

    /// The process began, with so many seconds behind it.
    void start(Instant time, double seconds) {
        began = time;
        before = seconds;
        last = seconds;
        running = true;
    }

    /// A clock of the system that is put back does not turn this one back.
    double at(Instant time) {
        if (!running) {
            start(time, last);
        }
        last = Math.max(last, before + Duration.between(began, time).toNanos() / 1e9);
        return last;
    }
}
