package org.clpworkbench.run;

/// Where a run stands, worked out from its folder alone.
public enum RunState {
    /// A worker has it in its queue.
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    STOPPED,
    FAILED,
    /// Its worker is gone without a last word: killed, or the machine went down.
    INTERRUPTED;

    /// Whether a worker is on it or about to be.
    public boolean live() {
        return this == WAITING || this == RUNNING;
    }

    /// Whether it ended otherwise than it was meant to.
    public boolean brokeOff() {
        return this == FAILED || this == INTERRUPTED;
    }

    /// Whether it can go on from its last checkpoint.
    public boolean resumable() {
        return this == PAUSED || this == STOPPED || this == FAILED || this == INTERRUPTED;
    }
}
