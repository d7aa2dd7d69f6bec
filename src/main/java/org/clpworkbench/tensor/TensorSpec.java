package org.clpworkbench.tensor;

import java.util.List;

/// A tensor that is to be written: its name, element type and shape (empty for a single number).
///
/// @throws ArithmeticException when it would have more bytes than a file can
public record TensorSpec(String name, DType dtype, List<Long> shape) {
    public TensorSpec {
        shape = List.copyOf(shape);
        if (name.isEmpty() || name.equals(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("A tensor cannot be called \"" + name + "\".");
        }
        long bytes = dtype.bytes();
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(name + ": negative size in shape " + shape);
            }
            bytes = Math.multiplyExact(bytes, size);
        }
    }

    /// The size of the tensor in bytes.
    public long bytes() {
        return shape.stream().reduce((long) dtype.bytes(), (a, b) -> a * b);
    }
}
