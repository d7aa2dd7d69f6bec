package org.clpworkbench.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;

/// Takes the elements of one tensor, first to last, in blocks of any size.
public interface TensorSink {
    /// Appends bytes as they are.
    void write(MemorySegment bytes) throws IOException;

    /// Appends `count` bytes of a file from `begin` on as they are; much less work than to map it
    /// and to write the mapped bytes.
    ///
    /// @throws java.io.EOFException when the file ends before
    void write(FileChannel from, long begin, long count) throws IOException;

    /// Appends `count` elements of `values` from `from` on, converted to the tensor's element type
    /// (F16, BF16, F32 or F64), rounded to the nearest, ties to even.
    void write(float[] values, int from, int count) throws IOException;

    /// Appends all of `values`.
    default void write(float[] values) throws IOException {
        write(values, 0, values.length);
    }
}
