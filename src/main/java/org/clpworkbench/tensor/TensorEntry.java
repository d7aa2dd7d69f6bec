package org.clpworkbench.tensor;

import java.util.List;

/// What a file says of one tensor: element type, shape, and the bytes `[begin, end)` within the
/// file's data. Where the elements do not lie side by side there, only the number of bytes counts.
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    public long bytes() {
        return end - begin;
    }
}
