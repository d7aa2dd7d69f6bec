package org.clpworkbench.hub;

/// Where a download stands.
public enum DownloadState {
    /// It asks what there is, or waits for its files' turn.
    WAITING,
    FETCHING,
    PAUSED,
    DONE,
    /// It can be resumed.
    FAILED,
    CANCELLED;

    /// Whether nothing happens any more unless somebody asks for it.
    public boolean resting() {
        return this != WAITING && this != FETCHING;
    }
}
