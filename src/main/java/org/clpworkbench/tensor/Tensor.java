package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;

/// A tensor whose bytes lie in a memory-mapped file: valid while that file is open.
public record Tensor(TensorEntry entry, MemorySegment bytes) {
    /// Copies `count` elements from flat index `from` on into `target` at `at`, converted from F16,
    /// BF16, F32 or F64.
    ///
    /// @throws IndexOutOfBoundsException when either side has fewer elements
    /// @throws IllegalArgumentException when the elements are no floats
    public void readFloats(long from, float[] target, int at, int count) {
        Objects.checkFromIndexSize(from, (long) count, entry.elements());
        Objects.checkFromIndexSize(at, count, target.length);
        DType type = entry.dtype();
        FloatFormat.decode(type, bytes, from * type.bytes(), target, at, count);
    }

    /// Rows `[from, from + count)` of a matrix, row by row: count × columns. A row of a tensor with
    /// more dimensions is all that lies below its first one.
    public float[] rows(long from, int count) {
        List<Long> shape = entry.shape();
        if (shape.isEmpty()) {
            throw new IllegalArgumentException(entry.name() + " is a single number: no rows.");
        }
        Objects.checkFromIndexSize(from, (long) count, shape.getFirst());
        long columns = shape.stream().skip(1).reduce(1L, (a, b) -> a * b);
        return read(from * columns, count * columns);
    }

    /// Lets go of the memory that reading has filled; what is read again comes from the file again.
    public void release() {
        if (bytes.isMapped()) {
            bytes.unload();
        }
    }

    /// All elements.
    ///
    /// @throws IllegalArgumentException when there are more than a Java array holds
    public float[] floats() {
        return read(0, entry.elements());
    }

    private float[] read(long from, long count) {
        if (count > Integer.MAX_VALUE - 8) {
            throw new ToldArgumentException(
                    Sentence.of(Tensor.class, "tensor.large", entry.name(), count));
        }
        var values = new float[(int) count];
        readFloats(from, values, 0, values.length);
        return values;
    }
}
