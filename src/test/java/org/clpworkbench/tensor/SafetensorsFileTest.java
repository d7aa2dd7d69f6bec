package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

class SafetensorsFileTest {
    @TempDir Path folder;

    /// A file of header length, header and so many bytes of data.
    private static byte[] file(String header, int data) {
        return file(header.getBytes(StandardCharsets.UTF_8), data);
    }

    private static byte[] file(byte[] header, int data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(length(header.length));
        out.writeBytes(header);
        out.writeBytes(new byte[data]);
        return out.toByteArray();
    }

    private static byte[] length(long value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    }

    /// A header entry: name, type, shape and offsets.
    private static String entry(String name, String dtype, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s]}"
                .formatted(name, dtype, shape, offsets);
    }

    private static String header(String... entries) {
        return "{" + String.join(",", entries) + "}";
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /// Bytes of a damaged file, the byte at which the fault shows, and words of the fault. The
    /// header's text begins at byte 8, its first name at byte 9.
    static Stream<Arguments> damaged() {
        String a = entry("a", "F32", "2", "0,8");
        int second = 9 + a.length() + 1;
        byte[] notUtf8 = "{\"__metadata__\":{\"k\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
        notUtf8[22] = (byte) 0xff;
        String huge = "4611686018427387904";
        return Stream.of(
                arguments("empty", new byte[0], 0, "ends within the 8 bytes"),
                arguments("seven bytes", new byte[7], 7, "ends within the 8 bytes"),
                arguments("header beyond the end", concat(length(5), new byte[4]), 0, "only 4"),
                arguments("header over 100 MB", length(100_000_001), 0, "more than the 100000000"),
                arguments("header length as unsigned", length(-1), 0, "18446744073709551615"),
                arguments("no header", file("", 0), 8, "not a JSON object"),
                arguments("a list", file("[1]", 0), 8, "not a JSON object"),
                arguments("leading space", file(" {}", 0), 8, "not a JSON object"),
                arguments("invalid UTF-8", file(notUtf8, 0), 8 + 22, "not valid UTF-8"),
                arguments("zero byte", file("{\0\"\0a\0\"\0:\0", 0), 8 + 1, "zero byte"),
                arguments("cut JSON", file("{\"a\":", 0), 8 + 5, "not valid JSON"),
                arguments("text after", file("{} {}", 0), 8 + 3, "follows the header’s JSON"),
                arguments("twice", file(header(a, a), 8), second + 3, "Duplicate field 'a'"),
                arguments(
                        "twice within an entry",
                        file("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 0),
                        8 + 27,
                        "Duplicate field 'dtype'"),
                arguments("entry no object", file("{\"a\":1}", 0), 9, "not described by"),
                arguments("metadata no object", file("{\"__metadata__\":1}", 0), 9, "JSON object"),
                arguments(
                        "metadata no string", file("{\"__metadata__\":{\"k\":1}}", 0), 9, "string"),
                arguments("dtype", file(header(entry("a", "F33", "2", "0,8")), 8), 9, "\"F33\""),
                arguments("no dtype", file("{\"a\":{}}", 0), 9, "no dtype"),
                arguments(
                        "no shape",
                        file("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,0]}}", 0),
                        9,
                        "no list \"shape\""),
                arguments("negative", file(header(entry("a", "F32", "-2", "0,8")), 8), 9, "-2"),
                arguments("fraction", file(header(entry("a", "F32", "2.5", "0,8")), 8), 9, "2.5"),
                arguments(
                        "beyond 64 bits",
                        file(header(entry("a", "F32", "92233720368547758080", "0,8")), 8),
                        9,
                        "no size"),
                arguments(
                        "overflow",
                        file(header(entry("a", "F32", huge + "," + huge, "0,8")), 8),
                        9,
                        "overflows"),
                arguments("one offset", file(header(entry("a", "F32", "2", "0")), 8), 9, "two"),
                arguments("backwards", file(header(entry("a", "F32", "2", "8,0")), 8), 9, "after"),
                arguments("beyond", file(header(entry("a", "F32", "2", "0,8")), 7), 9, "only 7"),
                arguments("size", file(header(entry("a", "F32", "3", "0,8")), 8), 9, "needs 12"),
                arguments(
                        "overlap",
                        file(header(a, entry("b", "F32", "2", "4,12")), 12),
                        second,
                        "overlaps"),
                arguments(
                        "the same bytes",
                        file(header(a, entry("b", "F32", "2", "0,8")), 8),
                        second,
                        "overlaps"),
                arguments(
                        "hole",
                        file(header(a, entry("b", "F32", "2", "12,20")), 20),
                        second,
                        "hole before tensor \"b\", from 8"),
                arguments(
                        "hole first", file(header(entry("a", "F32", "2", "4,12")), 12), 9, "hole"),
                arguments(
                        "more data",
                        file(header(a), 11),
                        8 + header(a).length() + 8,
                        "3 bytes follow"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damaged")
    void refusesADamagedFileByNameAndByte(String what, byte[] bytes, long offset, String fault)
            throws IOException {
        Path file = Files.write(folder.resolve("bad.safetensors"), bytes);
        var refusal =
                catchThrowableOfType(
                        MalformedTensorFileException.class, () -> SafetensorsFile.open(file));
        assertThat(refusal).as(what).hasMessageContaining(file.toString());
        assertThat(refusal).hasMessageContaining("at byte " + offset + ":");
        assertThat(refusal).hasMessageContaining(fault);
        assertThat(refusal.offset()).isEqualTo(offset);
    }

    @Test
    void tellsTheFaultInTheLanguagesOfTheProgram() throws IOException {
        Path file = folder.resolve("bad.safetensors");
        Files.write(file, file(header(entry("größe", "F32", "3", "0,8")), 8));
        var refusal =
                catchThrowableOfType(
                        MalformedTensorFileException.class, () -> SafetensorsFile.open(file));
        assertThat(refusal.told().orElseThrow().in(Locale.GERMAN))
                .isEqualTo(
                        file
                                + " ist bei Byte 9 beschädigt: Der Tensor „größe“ der Form [3] und"
                                + " des Typs F32 braucht 12 Bytes, hat aber 8. Die Datei noch"
                                + " einmal holen oder speichern.");
        assertThat(refusal.told().orElseThrow().in(Locale.CHINESE))
                .isEqualTo(
                        file
                                + " 在第 9 字节处已损坏：形状为 [3]、类型为 F32 的张量“größe”需要 12"
                                + " 字节，实际却是 8 字节。请重新获取或重新保存该文件。");
    }

    /// Whoever made the file chose what stands in it.
    @Test
    void tellsWordsOfTheFileOnOneLineAndNotWithoutEnd() throws IOException {
        Path file = folder.resolve("bad.safetensors");
        String name = "a\\n" + "{0}'".repeat(1000);
        Files.write(file, file(header(entry(name, "F32", "3", "0,8")), 8));
        var refusal =
                catchThrowableOfType(
                        MalformedTensorFileException.class, () -> SafetensorsFile.open(file));
        assertThat(refusal.getMessage())
                .contains("tensor \"a?{0}'{0}'")
                .contains("…\" of shape")
                .hasSizeLessThan(700);
    }

    @Test
    void readsTensorsInTheOrderOfTheirBytesWhateverTheHeadersOrder() throws IOException {
        String header =
                header(
                        "\"__metadata__\":{\"format\":\"pt\"}",
                        entry("late", "U8", "3", "8,11"),
                        entry("none", "F32", "0,5", "8,8"),
                        entry("early", "F32", "2", "0,8"));
        Path path = Files.write(folder.resolve("a.safetensors"), file(header + "   ", 11));
        try (var file = SafetensorsFile.open(path)) {
            assertThat(file.entries().keySet()).containsExactly("early", "none", "late");
            assertThat(file.metadata()).isEqualTo(Map.of("format", "pt"));
            assertThat(file.tensor("late").bytes().byteSize()).isEqualTo(3);
            assertThat(file.tensor("none").floats()).isEmpty();
            assertThatThrownBy(() -> file.tensor("other"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other");
        }
    }

    /// A hundred million bytes of header could be fifty million values in memory.
    @Test
    void refusesAHeaderOfTooManyValuesBeforeItHasMadeThem() throws IOException {
        String many = "{\"__metadata__\":{\"k\":[" + "[],".repeat(5_000_000) + "[]]}}";
        Path path = Files.write(folder.resolve("many.safetensors"), file(many, 0));
        long before = Allocation.ofThisThread();
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(MalformedTensorFileException.class)
                .hasMessageContaining("Token count");
        assertThat(Allocation.ofThisThread() - before).isLessThan(Allocation.LIMIT);
    }

    @Test
    void acceptsAFileWithoutTensors() throws IOException {
        Path path = Files.write(folder.resolve("none.safetensors"), file("{}", 0));
        try (var file = SafetensorsFile.open(path)) {
            assertThat(file.entries()).isEmpty();
        }
    }

    @Test
    void readsTheLastElementOfAFileOverTwoGigabytes() throws IOException {
        long elements = 600_000_000; // × 4 bytes = 2.4 GB, of which only the ends are on the disk
        String header = header(entry("big", "F32", "" + elements, "0," + elements * 4));
        Path path = folder.resolve("big.safetensors");
        try (var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.SPARSE,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(file(header, 0)));
            var last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 1.5f);
            channel.write(last, 8 + header.length() + (elements - 1) * 4);
        }
        assertThat(Files.size(path)).isGreaterThan(1L << 31);
        try (var file = SafetensorsFile.open(path)) {
            var values = new float[2];
            file.tensor("big").readFloats(elements - 2, values, 0, 2);
            assertThat(values).containsExactly(0f, 1.5f);
            assertThat(file.tensor("big").rows(elements - 1, 1)).containsExactly(1.5f);
            assertThatThrownBy(() -> file.tensor("big").readFloats(elements - 1, values, 0, 2))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void unmapsTheFileWhenItIsClosed() throws IOException {
        Path path = folder.resolve("a.safetensors");
        Files.write(path, file(header(entry("a", "F32", "2", "0,8")), 8));
        Tensor tensor;
        try (var file = SafetensorsFile.open(path)) {
            tensor = file.tensor("a");
        }
        assertThatThrownBy(tensor::floats).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesEveryTypeOfTheFormatThatItKnows() {
        assertThat(DType.named("BF16")).contains(DType.BF16);
        assertThat(DType.named("bf16")).isEmpty();
        assertThat(List.of(DType.F16, DType.BF16, DType.F32, DType.F64)).allMatch(DType::floating);
        assertThat(DType.I64.floating()).isFalse();
    }
}
