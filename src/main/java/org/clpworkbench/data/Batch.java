package org.clpworkbench.data;

/// Windows of running tokens, and for each token the one that follows it.
///
/// @param inputs rows × context token ids, row by row
/// @param targets the next tokens, in the same order
public record Batch(long[] inputs, long[] targets, int rows) {
    public Batch {
        if (inputs.length != targets.length || rows < 1 || inputs.length % rows != 0) {
            throw new IllegalArgumentException(
                    "%d inputs and %d targets do not make %d rows."
                            .formatted(inputs.length, targets.length, rows));
        }
    }

    public int tokens() {
        return inputs.length;
    }

    /// The windows of `tokens` that begin at `starts`.
    static Batch of(int[] tokens, int[] starts, int context) {
        long[] inputs = new long[starts.length * context];
        long[] targets = new long[inputs.length];
        for (int row = 0; row < starts.length; row++) {
            for (int i = 0; i < context; i++) {
                inputs[row * context + i] = tokens[starts[row] + i];
                targets[row * context + i] = tokens[starts[row] + i + 1];
            }
        }
        return new Batch(inputs, targets, starts.length);
    }
}
