package org.clpworkbench.compute;

import org.clpworkbench.tensor.Tensor;

/// A tensor with one row for each token, whatever its rank: a bias is a matrix of width 1. Rows are
/// read from the file when they are asked for and let go of afterwards.
public record TokenRows(Tensor tensor, int count, int width) implements Rows {
    private static final int RELEASED_ROWS = 512;

    /// @throws IllegalArgumentException when the tensor is not count × width
    public TokenRows {
        if (tensor.entry().elements() != (long) count * width) {
            throw new IllegalArgumentException(
                    "%s of shape %s is not %d × %d."
                            .formatted(
                                    tensor.entry().name(), tensor.entry().shape(), count, width));
        }
    }

    /// @param count rows of the tensor; its width is what is left
    public static TokenRows of(Tensor tensor, long count) {
        int width = Math.toIntExact(tensor.entry().elements() / count);
        return new TokenRows(tensor, Math.toIntExact(count), width);
    }

    @Override
    public float[] read(int from, int rows) {
        float[] values = new float[Math.multiplyExact(rows, width)];
        tensor.readFloats((long) from * width, values, 0, values.length);
        tensor.release();
        return values;
    }

    /// One row into `target` from `at` on.
    public void read(int row, float[] target, int at) {
        tensor.readFloats((long) row * width, target, at, width);
    }

    @Override
    public float[] gather(int[] ids) {
        float[] rows = new float[Math.multiplyExact(ids.length, width)];
        int kept = 0;
        for (int at = 0; at < ids.length; ) {
            int run = run(ids, at);
            tensor.readFloats((long) ids[at] * width, rows, at * width, run * width);
            at += run;
            // the system maps what lies around a row with it
            if (at - kept >= RELEASED_ROWS) {
                tensor.release();
                kept = at;
            }
        }
        tensor.release();
        return rows;
    }

    /// How many of `ids` from `at` on follow one another without a gap, at most as many as are read
    /// at once.
    private static int run(int[] ids, int at) {
        int count = 1;
        while (count < RELEASED_ROWS
                && at + count < ids.length
                && ids[at + count] == ids[at] + count) {
            count++;
        }
        return count;
    }
}
