package org.clpworkbench.lm;

/// What the memory that is free is enough for.
public enum MemoryFit {
    /// Not for a transfer.
    NOTHING,
    /// For a transfer; the family cannot be trained.
    NEVER_TRAINED,
    /// For a transfer, but for no training of all weights.
    TRANSFER,
    /// For a training, too, but only with gradient checkpointing.
    RECOMPUTED,
    ALL;

    public static MemoryFit of(ModelMemory needed, FreeMemory free) {
        if (needed.transfer() > free.machine()) {
            return NOTHING;
        }
        if (needed.training().isEmpty() || needed.recomputed().isEmpty()) {
            return NEVER_TRAINED;
        }
        if (needed.training().getAsLong() <= free.training()) {
            return ALL;
        }
        return needed.recomputed().getAsLong() <= free.training() ? RECOMPUTED : TRANSFER;
    }
}
