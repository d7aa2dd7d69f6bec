package org.clpworkbench.job;

import java.util.function.BooleanSupplier;

/// A progress that nobody watches, cancelled when a test says so.
public record Cancellable(BooleanSupplier when) implements Progress {
    @Override
    public void stage(String name) {}

    @Override
    public void update(long done, long total, String unit) {}

    @Override
    public boolean cancelled() {
        return when.getAsBoolean();
    }
}
