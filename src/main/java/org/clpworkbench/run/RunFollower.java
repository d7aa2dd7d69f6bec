package org.clpworkbench.run;

import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.util.List;

/// Tails a run's events.
public final class RunFollower {
    public RunFollower(RunFolder run) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The events that were completed since the last call, oldest first.
    public List<RunEvent> poll() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
