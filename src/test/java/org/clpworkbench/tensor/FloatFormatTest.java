package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

class FloatFormatTest {
    /// Not a whole number of longs in any type but F64.
    private static final int COUNT = 11;

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F16", "BF16", "F32", "F64"})
    void findsWhatIsNotFiniteWhereverItStands(DType type) {
        // the largest of F16, and the greatest below infinity in BF16 and in F32
        for (float largest : new float[] {65504, 0x1.fep127f, Float.MAX_VALUE}) {
            boolean holds =
                    type == DType.F16
                            ? largest == 65504
                            : type != DType.BF16 || largest < Float.MAX_VALUE;
            assertThat(finite(type, values(largest, -largest))).as("%s", largest).isEqualTo(holds);
        }
        float[] wrong = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float each : wrong) {
            for (int at = 0; at < COUNT; at++) {
                float[] values = values(1, -1e-3f);
                values[at] = each;
                assertThat(finite(type, values)).as("%s at %d", each, at).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"BOOL", "U8", "I8", "I16", "I32", "I64"})
    void takesWholeNumbersForFinite(DType type) {
        byte[] ones = new byte[16];
        Arrays.fill(ones, (byte) -1);
        assertThat(FloatFormat.finite(type, MemorySegment.ofArray(ones))).isTrue();
    }

    private static float[] values(float even, float odd) {
        float[] values = new float[COUNT];
        for (int at = 0; at < COUNT; at++) {
            values[at] = at % 2 == 0 ? even : odd;
        }
        return values;
    }

    private static boolean finite(DType type, float[] values) {
        var bytes = MemorySegment.ofArray(new byte[COUNT * type.bytes()]);
        FloatFormat.encode(type, values, 0, COUNT, bytes);
        return FloatFormat.finite(type, bytes);
    }
}
