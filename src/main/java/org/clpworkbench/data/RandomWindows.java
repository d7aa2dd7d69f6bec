package org.clpworkbench.data;

import java.util.SplittableRandom;

/// Training batches: windows at random places. A batch is a function of seed and step alone, so
/// that a resumed run sees the same ones, and so do runs that are compared.
///
/// @param batch windows a batch
/// @param context tokens a window
public record RandomWindows(int[] tokens, int batch, int context, long seed) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    public RandomWindows {
        if (tokens.length < context + 1) {
            throw new IllegalArgumentException(
                    "%d tokens are too few for a window of %d."
                            .formatted(tokens.length, context + 1));
        }
    }

    public Batch batch(int step) {
        var random = new SplittableRandom(seed ^ step * GOLDEN_GAMMA);
        int[] starts = random.ints(batch, 0, tokens.length - context).toArray();
        return Batch.of(tokens, starts, context);
    }
}
