package org.clpworkbench.job;

/// A piece of work that can be watched and cancelled.
@FunctionalInterface
public interface Job<T> {
    /// Does the work on the calling thread; asks `progress` often whether to go on.
    T run(Progress progress) throws Exception;

    /// Called instead of {@link #run} when the job was cancelled before its turn came, for one that
    /// stands for something that goes on elsewhere.
    default void neverRun() throws Exception {}

    /// What the end of the program would do to it now; asked on any thread.
    default AtClosing atClosing() {
        return AtClosing.UNHARMED;
    }

    /// The same job as one whose work is {@link AtClosing#LOST} when the program ends before it.
    static <T> Job<T> lostAtClosing(Job<T> job) {
        return new ClosedJob<>(job, AtClosing.LOST);
    }

    /// The same job as one that is {@link AtClosing#HALTED} when the program ends before it.
    static <T> Job<T> haltedAtClosing(Job<T> job) {
        return new ClosedJob<>(job, AtClosing.HALTED);
    }
}
