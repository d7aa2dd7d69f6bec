package org.clpworkbench.data;

import java.util.SplittableRandom;

/// Training batches: windows at random places. A batch is a function of seed and step alone, so
/// that a resumed run sees the same ones, and so do runs that are compared.
///
/// @param batch windows a batch
/// @param context tokens a window
public record RandomWindows(int[] tokens, int batch, int context, long seed) {
    public RandomWindows {
        if (tokens.length < context + 1) {
            throw new IllegalArgumentException(
                    "%d tokens are too few for a window of %d."
                            .formatted(tokens.length, context + 1));
        }
    }

    public Batch batch(int step) {
        var random = new SplittableRandom(mixed(mixed(seed) + step));
        int[] starts = random.ints(batch, 0, tokens.length - context).toArray();
        return Batch.of(tokens, starts, context);
    }

    /// Spreads a number over all bits: seeds that lie a fixed distance apart would give one and the
    /// same sequence, shifted.
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
