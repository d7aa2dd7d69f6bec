package org.clpworkbench.tensor;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Conversions between Java floats and the little-endian bytes of F16, BF16, F32 and F64.
final class FloatFormat {
    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Halves that are copied from a file at once: from an array the compiler converts many at a
    /// time, from whichever kind of memory not.
    private static final int PIECE = 4096;

    private FloatFormat() {}

    /// Reads `count` elements that begin at byte `offset`; F64 is rounded to the nearest float.
    static void decode(
            DType type, MemorySegment bytes, long offset, float[] target, int at, int count) {
        switch (type) {
            case F32 -> MemorySegment.copy(bytes, FLOAT, offset, target, at, count);
            case F16, BF16 -> {
                short[] piece = new short[Math.min(PIECE, count)];
                for (int done = 0; done < count; done += piece.length) {
                    int more = Math.min(piece.length, count - done);
                    MemorySegment.copy(bytes, SHORT, offset + 2L * done, piece, 0, more);
                    widen(type, piece, more, target, at + done);
                }
            }
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = (float) bytes.get(DOUBLE, offset + 8L * i);
                }
            }
            case BOOL, U8, I8, I16, I32, I64 -> throw notFloating(type);
        }
    }

    private static void widen(DType type, short[] piece, int count, float[] target, int at) {
        if (type == DType.F16) {
            for (int i = 0; i < count; i++) {
                target[at + i] = Float.float16ToFloat(piece[i]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[at + i] = Float.intBitsToFloat(piece[i] << 16);
            }
        }
    }

    /// Writes `count` elements to the beginning of `bytes`, rounded to the nearest, ties to even.
    static void encode(DType type, float[] values, int from, int count, MemorySegment bytes) {
        switch (type) {
            case F32 -> MemorySegment.copy(values, from, bytes, FLOAT, 0, count);
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    bytes.set(SHORT, 2L * i, Float.floatToFloat16(values[from + i]));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    bytes.set(SHORT, 2L * i, bfloat16(values[from + i]));
                }
            }
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    bytes.set(DOUBLE, 8L * i, values[from + i]);
                }
            }
            case BOOL, U8, I8, I16, I32, I64 -> throw notFloating(type);
        }
    }

    /// Whether no element of `bytes` is NaN or infinite; true for types that cannot be.
    static boolean finite(DType type, MemorySegment bytes) {
        return switch (type) {
            case F64 -> finite(bytes, type, 0x7ff0_0000_0000_0000L);
            case F32 -> finite(bytes, type, 0x7f80_0000_7f80_0000L);
            case F16 -> finite(bytes, type, 0x7c00_7c00_7c00_7c00L);
            case BF16 -> finite(bytes, type, 0x7f80_7f80_7f80_7f80L);
            case BOOL, U8, I8, I16, I32, I64 -> true;
        };
    }

    /// Adding 1 to an exponent of all ones, and to no other, carries into the sign's place; as many
    /// elements at a time as there are in a long.
    ///
    /// @param exponents the bits of the exponent of each element in a long
    private static boolean finite(MemorySegment bytes, DType type, long exponents) {
        long signs = exponents << 1 & ~exponents;
        long ones = exponents & ~(exponents << 1);
        long size = bytes.byteSize();
        long whole = size - size % Long.BYTES;
        long carried = 0;
        for (long at = 0; at < whole; at += Long.BYTES) {
            carried |= (bytes.get(LONG, at) & exponents) + ones;
        }
        for (long at = whole; at < size; at += type.bytes()) {
            long rest =
                    type == DType.F32
                            ? bytes.get(INT, at) & 0xffff_ffffL
                            : bytes.get(SHORT, at) & 0xffffL;
            carried |= (rest & exponents) + ones;
        }
        return (carried & signs) == 0;
    }

    /// The upper half of the float's bits, rounded; a NaN stays one whichever bits it loses.
    private static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }

    private static IllegalArgumentException notFloating(DType type) {
        return new ToldArgumentException(Sentence.of(FloatFormat.class, "tensor.floats", type));
    }
}
