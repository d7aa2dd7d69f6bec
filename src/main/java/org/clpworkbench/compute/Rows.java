package org.clpworkbench.compute;

import java.util.Arrays;

/// A matrix that is read some rows at a time, however large it is. May be read from any thread.
public interface Rows {
    int count();

    int width();

    /// Rows `[from, from + count)`: count × width, row-major, the caller's to keep.
    float[] read(int from, int count);

    /// A matrix in memory.
    static Rows of(float[] values, int width) {
        return new Rows() {
            @Override
            public int count() {
                return values.length / width;
            }

            @Override
            public int width() {
                return width;
            }

            @Override
            public float[] read(int from, int count) {
                return Arrays.copyOfRange(values, from * width, (from + count) * width);
            }
        };
    }
}
