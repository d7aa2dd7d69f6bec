package org.clpworkbench.run;

import java.time.Duration;
import java.time.Instant;

/// Seconds that a run has been trained: it stands still from a pause to the next start.
public final class TrainingClock {
    private Instant began = Instant.EPOCH;
    private double before;
    private double last;
    private boolean running;

    /// A process began: it goes on from where it stood.
    public void start(Instant time) {
        began = time;
        before = last;
        running = true;
    }

    /// Steps that a resumed run does again are not counted twice: it is turned back to the last one
    /// that is kept.
    public void rewind(double seconds) {
        last = seconds;
    }

    /// The seconds at an event. A clock of the system that is put back does not turn this one back.
    public double at(Instant time) {
        if (!running) {
            start(time);
        }
        last = Math.max(last, before + Duration.between(began, time).toNanos() / 1e9);
        return last;
    }
}
