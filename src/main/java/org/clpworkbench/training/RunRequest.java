package org.clpworkbench.training;

/// What someone has asked of a run while it runs.
public enum RunRequest {
    NONE,
    /// Write a checkpoint and end; to be resumed.
    PAUSE,
    /// Write a checkpoint and end for good.
    STOP
}
