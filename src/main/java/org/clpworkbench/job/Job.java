package org.clpworkbench.job;

/// A piece of work that can be watched and cancelled.
@FunctionalInterface
public interface Job<T> {
    /// Does the work on the calling thread; asks `progress` often whether to go on.
    T run(Progress progress) throws Exception;
}
