package org.clpworkbench.tensor;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Conversions between Java floats and the little-endian bytes of F16, BF16, F32 and F64.
final class FloatFormat {
    private static final ValueLayout.OfShort SHORT =
            JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private FloatFormat() {}

    /// Reads `count` elements that begin at byte `offset`; F64 is rounded to the nearest float.
    static void decode(
            DType type, MemorySegment bytes, long offset, float[] target, int at, int count) {
        switch (type) {
            case F32 -> MemorySegment.copy(bytes, FLOAT, offset, target, at, count);
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = Float.float16ToFloat(bytes.get(SHORT, offset + 2L * i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = Float.intBitsToFloat(bytes.get(SHORT, offset + 2L * i) << 16);
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
            case F32 -> finite(bytes.toArray(INT), 0x7f800000);
            case F16 -> finite(bytes.toArray(SHORT), 0x7c00);
            case BF16 -> finite(bytes.toArray(SHORT), 0x7f80);
            case F64 -> {
                boolean finite = true;
                for (long at = 0; at < bytes.byteSize(); at += Double.BYTES) {
                    finite &= Double.isFinite(bytes.get(DOUBLE, at));
                }
                yield finite;
            }
            case BOOL, U8, I8, I16, I32, I64 -> true;
        };
    }

    /// Adding 1 to an exponent of all ones, and to no other, carries into the sign's place.
    private static boolean finite(int[] bits, int exponent) {
        int carried = 0;
        int one = Integer.lowestOneBit(exponent);
        for (int each : bits) {
            carried |= (each & exponent) + one;
        }
        return carried >= 0;
    }

    private static boolean finite(short[] bits, int exponent) {
        int carried = 0;
        int one = Integer.lowestOneBit(exponent);
        for (short each : bits) {
            carried |= (each & exponent) + one;
        }
        return (carried & 0x8000) == 0;
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
        return new IllegalArgumentException("Elements of type " + type + " are no floats.");
    }
}
