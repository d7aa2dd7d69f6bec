package org.clpworkbench.data;

import java.util.stream.IntStream;

/// Windows of tokens, and what is to be predicted in them.
///
/// @param inputs rows × context token ids, row by row
/// @param places at which token of its row each target is predicted: rows × predicted, row by row
/// @param targets the tokens that are right there
public record Batch(long[] inputs, long[] places, long[] targets, int rows) {
    public Batch {
        if (rows < 1
                || inputs.length % rows != 0
                || targets.length % rows != 0
                || places.length != targets.length) {
            throw new IllegalArgumentException(
                    "%d inputs and %d targets at %d places do not make %d rows."
                            .formatted(inputs.length, targets.length, places.length, rows));
        }
    }

    /// A target for every token: the one that follows it.
    public Batch(long[] inputs, long[] targets, int rows) {
        this(inputs, everyPlace(inputs.length / rows, rows), targets, rows);
    }

    private static long[] everyPlace(int context, int rows) {
        return IntStream.range(0, rows * context).mapToLong(i -> i % context).toArray();
    }

    public int tokens() {
        return inputs.length;
    }

    /// Tokens a row.
    public int context() {
        return inputs.length / rows;
    }

    /// Targets a row.
    public int predicted() {
        return targets.length / rows;
    }
}
