package org.clpworkbench.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Takes the elements of one tensor, first to last, in blocks of any size.
public interface TensorSink {
    /// Appends bytes as they are.
    void write(MemorySegment bytes) throws IOException;

    /// Appends `count` elements of `values` from `from` on, converted to the tensor's element type
    /// (F16, BF16, F32 or F64), rounded to the nearest, ties to even.
    void write(float[] values, int from, int count) throws IOException;

    /// Appends all of `values`.
    default void write(float[] values) throws IOException {
        write(values, 0, values.length);
    }
}
