package org.clpworkbench.job;

import org.clpworkbench.problem.Sentence;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/// Where a job says how far it is, and learns that it is no longer wanted.
public interface Progress {
    /// Begins a stage, named by a short phrase for people ("Copying tensors").
    void stage(String name);

    /// `done` of `total` units ("rows", "bytes", "steps"); a total of 0 means that it is not known.
    void update(long done, long total, String unit);

    /// How fast the stage goes, of work that measures it better than `update` tells: of what had
    /// begun before somebody watched it.
    default void pace(Pace pace) {}

    /// Says what keeps the job from going on for the moment; empty once it goes on.
    default void trouble(Optional<Sentence> what) {}

    boolean cancelled();

    /// @throws CancellationException when the job was cancelled
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }

    /// A progress that nobody watches and nobody cancels.
    static Progress unwatched() {
        return new Progress() {
            @Override
            public void stage(String name) {}

            @Override
            public void update(long done, long total, String unit) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
