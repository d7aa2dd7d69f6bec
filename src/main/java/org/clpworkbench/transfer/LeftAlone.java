package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for work that looks for no cancellation, as a decomposition of a library does. Once it is
/// no longer wanted it is left to end alone, so it may hold nothing that is closed meanwhile.
final class LeftAlone {
    private static final long LOOK_EVERY_MILLIS = 50;

    private LeftAlone() {}

    /// @throws java.util.concurrent.CancellationException when cancelled
    static <T> T await(Supplier<T> work, Progress progress) {
        var task = new FutureTask<T>(work::get);
        Thread.ofPlatform().daemon().name("left-alone").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                progress.checkCancelled();
                try {
                    return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException working) {
                    // looks again whether it is wanted
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
