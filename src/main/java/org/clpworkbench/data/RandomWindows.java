package org.clpworkbench.data;

import java.util.SplittableRandom;

/// Training batches: windows at random places. A batch is a function of seed and step alone, so
/// that a resumed run sees the same ones, and so do runs that are compared.
///
/// @param objective what is predicted in them
/// @param batch windows a batch
/// @param context tokens a window
public record RandomWindows(int[] tokens, Objective objective, int batch, int context, long seed) {
    public RandomWindows {
        if (tokens.length < objective.needed(context)) {
            throw new IllegalArgumentException(
                    "%d tokens are too few for a window of %d."
                            .formatted(tokens.length, objective.needed(context)));
        }
    }

    public Batch batch(int step) {
        var random = new SplittableRandom(mixed(mixed(seed) + step));
        int last = tokens.length - objective.needed(context);
        int[] starts = random.ints(batch, 0, last + 1).toArray();
        return objective.batch(tokens, starts, context, random);
    }

    /// Spreads a number over all bits: seeds that lie a fixed distance apart would give one and the
    /// same sequence, shifted.
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
