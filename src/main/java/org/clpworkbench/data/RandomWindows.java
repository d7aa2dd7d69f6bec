package org.clpworkbench.data;

import java.util.SplittableRandom;

/// Training batches: windows at random places. A batch is a function of seed and step alone, so
/// that a resumed run sees the same ones, and so do runs that are compared.
///
/// @param objective what is predicted in them
/// @param batch windows a batch
/// @param context tokens a window
public record RandomWindows(Tokens tokens, Objective objective, int batch, int context, long seed) {
    public RandomWindows {
        if (tokens.length() < objective.needed(context)) {
            throw new IllegalArgumentException(
                    "%d tokens are too few for a window of %d."
                            .formatted(tokens.length(), objective.needed(context)));
        }
    }

    public Batch batch(int step) {
        var random = new SplittableRandom(mixed(mixed(seed) + step));
        long places = tokens.length() - objective.needed(context) + 1;
        long[] starts = starts(random, places);
        return objective.batch(tokens, starts, context, random);
    }

    /// Drawn as whole numbers of 32 bits where they suffice, as runs have always drawn them.
    private long[] starts(SplittableRandom random, long places) {
        return places <= Integer.MAX_VALUE
                ? random.ints(batch, 0, (int) places).asLongStream().toArray()
                : random.longs(batch, 0, places).toArray();
    }

    /// Spreads a number over all bits: seeds that lie a fixed distance apart would give one and the
    /// same sequence, shifted.
    private static long mixed(long value) {
        return new SplittableRandom(value).nextLong();
    }
}
