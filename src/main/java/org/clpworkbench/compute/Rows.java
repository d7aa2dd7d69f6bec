package org.clpworkbench.compute;

import java.util.Arrays;

/// A matrix that is read some rows at a time, however large it is. May be read from any thread.
public interface Rows {
    int count();

    int width();

    /// Rows `[from, from + count)`: count × width, row-major, the caller's to keep.
    float[] read(int from, int count);

    /// Rows by number: numbers.length × width, the caller's to keep.
    default float[] gather(int[] numbers) {
        int width = width();
        float[] rows = new float[Math.multiplyExact(numbers.length, width)];
        for (int at = 0; at < numbers.length; at++) {
            System.arraycopy(read(numbers[at], 1), 0, rows, at * width, width);
        }
        return rows;
    }

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
