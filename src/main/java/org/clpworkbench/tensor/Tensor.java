package org.clpworkbench.tensor;

import java.lang.foreign.MemorySegment;

/// A tensor whose bytes lie in a memory-mapped file: valid while that file is open.
public record Tensor(TensorEntry entry, MemorySegment bytes) {
    /// Copies `count` elements from flat index `from` on into `target` at `at`, converted from F16,
    /// BF16, F32 or F64.
    public void readFloats(long from, float[] target, int at, int count) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Rows `[from, from + count)` of a matrix, row by row: count × columns.
    public float[] rows(long from, int count) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// All elements.
    public float[] floats() {
        throw new UnsupportedOperationException("skeleton");
    }
}
