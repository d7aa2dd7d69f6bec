package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SafetensorsWriterTest {
    @TempDir Path folder;

    private Path target() {
        return folder.resolve("m.safetensors");
    }

    private float[] through(DType type, float... values) throws IOException {
        var plan = List.of(new TensorSpec("t", type, List.of((long) values.length)));
        try (var writer = SafetensorsWriter.create(target(), plan, Map.of())) {
            writer.write("t", TensorSource.of(values));
            writer.commit();
        }
        try (var file = SafetensorsFile.open(target())) {
            assertThat(file.tensor("t").entry().bytes())
                    .isEqualTo((long) values.length * type.bytes());
            return file.tensor("t").floats();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16", "F32", "F64"})
    void givesBackWhatEveryFloatingTypeCanHold(DType type) throws IOException {
        // few bits of mantissa and small exponents: exact in all four types
        float[] exact = {0f, -0f, 1f, -1.5f, 0.25f, 96f, Float.POSITIVE_INFINITY};
        assertThat(through(type, exact)).containsExactly(exact);
        assertThat(through(type, Float.NaN)[0]).isNaN();
    }

    @Test
    void roundsToBfloat16ToTheNearestAndTiesToEven() throws IOException {
        // bfloat16 has 7 bits of mantissa: the step above 1 is 1/128, half a step is 1/256
        float step = 1f / 128;
        float half = step / 2;
        float little = 1f / 4096;
        assertThat(through(DType.BF16, 1 + half, 1 + half + little, 1 + half - little))
                .containsExactly(1f, 1 + step, 1f);
        assertThat(through(DType.BF16, 1 + step + half, -(1 + step + half)))
                .containsExactly(1 + 2 * step, -(1 + 2 * step));
        // the largest float lies above the largest bfloat16 by more than half a step
        assertThat(through(DType.BF16, Float.MAX_VALUE)).containsExactly(Float.POSITIVE_INFINITY);
        // a NaN whose only bits are the low ones must not become an infinity
        assertThat(through(DType.BF16, Float.intBitsToFloat(0x7f800001))[0]).isNaN();
    }

    @Test
    void roundsToHalfPrecisionToTheNearestAndTiesToEven() throws IOException {
        // 10 bits of mantissa: the step above 1 is 1/1024; the largest is 65504, its step is 32
        float step = 1f / 1024;
        assertThat(through(DType.F16, 1 + step / 2, 1 + step + step / 2))
                .containsExactly(1f, 1 + 2 * step);
        assertThat(through(DType.F16, 65519f, 65520f))
                .containsExactly(65504f, Float.POSITIVE_INFINITY);
        // the smallest above zero is 2^-24; half of it ties to the even zero
        assertThat(through(DType.F16, 0x1p-24f, 0x1p-25f, 0x1.8p-25f))
                .containsExactly(0x1p-24f, 0f, 0x1p-24f);
    }

    @Test
    void writesBlocksAndBytesOfSeveralTensorsInTheirOrder() throws IOException {
        int many = 700_000; // 2.8 MB: more than one block of the writer
        var values = new float[many];
        for (int i = 0; i < many; i++) {
            values[i] = i;
        }
        var plan =
                List.of(
                        new TensorSpec("matrix", DType.F32, List.of(many / 7L, 7L)),
                        new TensorSpec("bytes", DType.U8, List.of(3L)),
                        new TensorSpec("number", DType.F32, List.of()),
                        new TensorSpec("copy", DType.F32, List.of((long) many)));
        byte[] raw = ByteBuffer.allocate(many * 4).order(ByteOrder.LITTLE_ENDIAN).array();
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        try (var writer = SafetensorsWriter.create(target(), plan, Map.of("format", "pt"))) {
            writer.write(
                    "matrix",
                    sink -> {
                        sink.write(values, 0, 5);
                        sink.write(values, 5, many - 5);
                    });
            writer.write("bytes", sink -> sink.write(MemorySegment.ofArray(new byte[] {7, 8, 9})));
            writer.write("number", TensorSource.of(new float[] {4}));
            writer.write("copy", sink -> sink.write(MemorySegment.ofArray(raw)));
            assertThat(target()).doesNotExist();
            writer.commit();
        }
        try (var file = SafetensorsFile.open(target())) {
            assertThat(file.entries().keySet())
                    .containsExactly("matrix", "bytes", "number", "copy");
            assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
            assertThat(file.tensor("matrix").rows(99_999, 1))
                    .containsExactly(699_993, 699_994, 699_995, 699_996, 699_997, 699_998, 699_999);
            assertThat(file.tensor("number").floats()).containsExactly(4f);
            // not containsExactly, whose time grows with the square of the length
            assertThat(file.tensor("copy").floats()).isEqualTo(values);
            assertThat(file.tensor("bytes").bytes().get(ValueLayout.JAVA_BYTE, 2))
                    .isEqualTo((byte) 9);
            assertThatThrownBy(() -> file.tensor("bytes").floats())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("U8");
        }
    }

    @Test
    void padsTheHeaderSoThatTheTensorsBeginAtAMultipleOfEight() throws IOException {
        for (int length = 1; length <= 8; length++) {
            var plan = List.of(new TensorSpec("n".repeat(length), DType.F32, List.of(0L)));
            try (var writer = SafetensorsWriter.create(target(), plan, Map.of())) {
                writer.write("n".repeat(length), _ -> {});
                writer.commit();
            }
            assertThat(Files.size(target()) % 8).isZero();
        }
    }

    @Test
    void leavesNothingWhenItIsNotCommitted() throws IOException {
        var plan = List.of(new TensorSpec("t", DType.F32, List.of(2L)));
        try (var writer = SafetensorsWriter.create(target(), plan, Map.of())) {
            assertThatThrownBy(writer::commit).hasMessageContaining("t was not written");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesTensorsOutOfOrderTooLongOrTooShort() throws IOException {
        var two = List.of(2L);
        var plan =
                List.of(new TensorSpec("a", DType.F32, two), new TensorSpec("b", DType.F32, two));
        try (var writer = SafetensorsWriter.create(target(), plan, Map.of())) {
            assertThatThrownBy(() -> writer.write("b", TensorSource.of(new float[2])))
                    .hasMessageContaining("b is not the next tensor");
            assertThatThrownBy(() -> writer.write("a", TensorSource.of(new float[3])))
                    .hasMessageContaining("4 bytes too many");
            assertThatThrownBy(() -> writer.write("a", TensorSource.of(new float[1])))
                    .hasMessageContaining("4 bytes were not given");
        }
    }

    @Test
    void refusesPlansThatNoFileCanHold() {
        var twice = new TensorSpec("a", DType.F32, List.of(2L));
        assertThatThrownBy(
                        () -> SafetensorsWriter.create(target(), List.of(twice, twice), Map.of()))
                .hasMessageContaining("Two tensors are called \"a\"");
        assertThatThrownBy(() -> new TensorSpec("a", DType.F32, List.of(-1L)))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> new TensorSpec("a", DType.F32, List.of(1L << 40, 1L << 40)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new TensorSpec("__metadata__", DType.F32, List.of()))
                .hasMessageContaining("__metadata__");
    }
}
