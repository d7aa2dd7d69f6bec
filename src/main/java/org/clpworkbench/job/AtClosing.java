package org.clpworkbench.job;

/// What the end of the program does to a job that is under way.
public enum AtClosing {
    /// Nobody misses it: it is asked again when it is wanted, or goes on elsewhere.
    UNHARMED,
    /// Nothing of its work is kept.
    LOST,
    /// It stops where it is; what it has done by then stays.
    HALTED
}
