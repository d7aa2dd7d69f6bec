package org.clpworkbench.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Gives the batches of consecutive steps, each cut from the text on another thread while the one
/// before is trained on.
public final class BatchesAhead {
    private static final Executor CUTTER =
            work -> Thread.ofPlatform().daemon().name("clp-batches").start(work);

    private final RandomWindows windows;
    private int step;
    private CompletableFuture<Batch> next;

    /// @param first the step whose batch is taken first
    public BatchesAhead(RandomWindows windows, int first) {
        this.windows = windows;
        step = first;
        next = cut(first);
    }

    private CompletableFuture<Batch> cut(int step) {
        return CompletableFuture.supplyAsync(() -> windows.batch(step), CUTTER);
    }

    /// The batch of the next step.
    public Batch take() {
        Batch batch = next.join();
        step++;
        next = cut(step);
        return batch;
    }
}
