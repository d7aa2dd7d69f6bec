package org.clpworkbench.job;

/// A piece of work that can be watched and cancelled.
@FunctionalInterface
public interface Job<T> {
    /// Does the work on the calling thread; asks `progress` often whether to go on.
    T run(Progress progress) throws Exception;

    /// Called instead of {@link #run} when the job was cancelled before its turn came, for one that
    /// stands for something that goes on elsewhere.
    default void neverRun() throws Exception {}
}
