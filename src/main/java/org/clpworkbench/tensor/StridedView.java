package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// How the elements of a tensor lie in its storage: element `(i, j, …)` is the storage's element
/// `offset + i·strides[0] + j·strides[1] + …`.
///
/// @throws ToldArgumentException when a number is negative, shape and strides have different
///   lengths or more than {@link #MOST_DIMENSIONS}, or the last byte's place overflows
record StridedView(DType dtype, long offset, List<Long> shape, List<Long> strides) {
    /// As many as PyTorch allows.
    static final int MOST_DIMENSIONS = 64;

    StridedView {
        if (shape.size() > MOST_DIMENSIONS) {
            throw new ToldArgumentException(
                    Sentence.of(
                            StridedView.class, "view.dimensions", shape.size(), MOST_DIMENSIONS));
        }
        if (shape.size() != strides.size()) {
            throw new ToldArgumentException(
                    Sentence.of(StridedView.class, "view.strides", shape.size(), strides.size()));
        }
        shape = List.copyOf(shape);
        strides = List.copyOf(strides);
        if (offset < 0) {
            throw new ToldArgumentException(Sentence.of(StridedView.class, "view.offset", offset));
        }
        try {
            for (int i = 0; i < shape.size(); i++) {
                if (shape.get(i) < 0) {
                    throw new ToldArgumentException(
                            Sentence.of(StridedView.class, "view.size", shape.get(i)));
                }
                if (strides.get(i) < 0) {
                    throw new ToldArgumentException(
                            Sentence.of(StridedView.class, "view.stride", strides.get(i)));
                }
            }
            Math.multiplyExact(elements(shape), dtype.bytes());
            Math.multiplyExact(last(offset, shape, strides) + 1, dtype.bytes());
        } catch (ArithmeticException overflow) {
            throw new ToldArgumentException(Sentence.of(StridedView.class, "view.overflow"));
        }
    }

    private static long elements(List<Long> shape) {
        long elements = 1;
        for (long size : shape) {
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }

    /// The storage's element where the last one lies.
    private static long last(long offset, List<Long> shape, List<Long> strides) {
        long last = offset;
        for (int i = 0; i < shape.size(); i++) {
            long steps = Math.max(0, shape.get(i) - 1);
            last = Math.addExact(last, Math.multiplyExact(steps, strides.get(i)));
        }
        return Math.addExact(last, 1) - 1;
    }

    /// Bytes of all elements, side by side.
    long bytes() {
        return elements(shape) * dtype.bytes();
    }

    /// The byte of the storage where the first element begins; 0 when there is none.
    long begin() {
        return bytes() == 0 ? 0 : offset * dtype.bytes();
    }

    /// How many bytes a storage must have for all elements to lie in it.
    long reach() {
        return bytes() == 0 ? 0 : (last(offset, shape, strides) + 1) * dtype.bytes();
    }

    /// Whether the elements lie side by side, in order. A dimension of one element has no say.
    boolean contiguous() {
        if (bytes() == 0) {
            return true;
        }
        long expected = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            if (shape.get(i) != 1) {
                if (strides.get(i) != expected) {
                    return false;
                }
                expected *= shape.get(i);
            }
        }
        return true;
    }

    /// Copies the elements side by side, in order.
    MemorySegment gather(MemorySegment storage) {
        var target = MemorySegment.ofArray(new byte[Math.toIntExact(bytes())]);
        int width = dtype.bytes();
        var index = new long[shape.size()];
        long from = offset;
        for (long to = 0; to < target.byteSize(); to += width) {
            MemorySegment.copy(storage, from * width, target, to, width);
            for (int i = index.length - 1; i >= 0; i--) {
                from += strides.get(i);
                if (++index[i] < shape.get(i)) {
                    break;
                }
                from -= index[i] * strides.get(i);
                index[i] = 0;
            }
        }
        return target;
    }
}
