package org.clpworkbench.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/// Element types of safetensors files, with their size in bytes.
public enum DType {
    BOOL(1),
    U8(1),
    I8(1),
    I16(2),
    I32(4),
    I64(8),
    F16(2),
    BF16(2),
    F32(4),
    F64(8);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    public int bytes() {
        return bytes;
    }

    /// Whether the elements can be read as floats.
    public boolean floating() {
        return this == F16 || this == BF16 || this == F32 || this == F64;
    }

    /// Whether none of the elements that these bytes are is NaN or infinite; true for types that
    /// cannot be.
    public boolean finite(MemorySegment bytes) {
        return FloatFormat.finite(this, bytes);
    }

    /// The type that a safetensors header calls `name`, if this program knows it.
    public static Optional<DType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
