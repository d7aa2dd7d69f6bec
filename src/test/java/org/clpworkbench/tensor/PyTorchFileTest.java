package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

class PyTorchFileTest {
    private static final int BUDGET = 1_000_000;

    @TempDir Path folder;

    /// Everything that state dicts of models hold, in either format.
    private static TorchBytes everything() {
        return new TorchBytes()
                .floats("0", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                .view("whole", "0", 0, new long[] {3, 4}, new long[] {4, 1})
                .view("tied", "0", 0, new long[] {3, 4}, new long[] {4, 1})
                .view("lower rows", "0", 4, new long[] {2, 4}, new long[] {4, 1})
                .view("transposed", "0", 0, new long[] {4, 3}, new long[] {1, 4})
                .view("number", "0", 7, new long[0], new long[0])
                .view("none", "0", 0, new long[] {0, 4}, new long[] {4, 1})
                .storage("1", "BFloat16Storage", 2, new byte[] {(byte) 0xc0, 0x3f, 0, (byte) 0xc0})
                .view("brain", "1", 0, new long[] {2}, new long[] {1})
                .storage("2", "LongStorage", 8, PickleBytes.little(16).putLong(8, 1).array())
                .view("ids", "2", 0, new long[] {1, 2}, new long[] {0, 1})
                .storage("3", "BoolStorage", 1, new byte[] {1, 0, 1})
                .view("mask", "3", 0, new long[] {3}, new long[] {1});
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("pytorch_model.bin"), bytes);
    }

    private static byte[] zip(byte[] pickle) {
        return everything().zip(pickle, "little", ZipBytes.End.PLAIN);
    }

    private static byte[] zip(PickleBytes pickle) {
        return zip(pickle.end());
    }

    private void refuses(byte[] bytes, Class<? extends IOException> type, String... words)
            throws IOException {
        Path path = write(bytes);
        assertThatThrownBy(() -> PyTorchFile.open(path))
                .isInstanceOf(type)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("at byte ")
                .hasMessageContainingAll(words);
    }

    private void damaged(byte[] bytes, String... words) throws IOException {
        refuses(bytes, MalformedTensorFileException.class, words);
    }

    private void refused(byte[] bytes, String... words) throws IOException {
        refuses(bytes, RefusedTensorFileException.class, words);
    }

    private void readsEverything(byte[] bytes) throws IOException {
        try (var file = PyTorchFile.open(write(bytes))) {
            assertThat(file.entries().keySet())
                    .containsExactly(
                            "whole",
                            "tied",
                            "lower rows",
                            "transposed",
                            "number",
                            "none",
                            "brain",
                            "ids",
                            "mask");
            assertThat(file.tensor("whole").rows(1, 1)).containsExactly(4, 5, 6, 7);
            assertThat(file.tensor("tied").bytes().address())
                    .isEqualTo(file.tensor("whole").bytes().address());
            assertThat(file.tensor("lower rows").floats())
                    .containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
            assertThat(file.tensor("transposed").floats())
                    .containsExactly(0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11);
            assertThat(file.tensor("number").floats()).containsExactly(7);
            assertThat(file.tensor("none").entry().shape()).containsExactly(0L, 4L);
            // 0x3fc0 is 2⁰ · 1.5, 0xc000 is -2¹
            assertThat(file.tensor("brain").floats()).containsExactly(1.5f, -2f);
            assertThat(file.tensor("ids").entry().dtype()).isEqualTo(DType.I64);
            assertThat(file.tensor("ids").bytes().byteSize()).isEqualTo(2 * 8);
            assertThat(file.tensor("mask").entry().dtype()).isEqualTo(DType.BOOL);
            assertThatThrownBy(() -> file.tensor("other"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(ZipBytes.End.class)
    void readsTheZipFormat(ZipBytes.End end) throws IOException {
        readsEverything(everything().zip(everything().pickle(false), "little", end));
    }

    @Test
    void readsTheFormatBeforeZip() throws IOException {
        readsEverything(everything().legacy());
    }

    @Test
    void readsParametersDictsOfPairsAndAttributes() throws IOException {
        // OrderedDict([("w", Parameter(v3 tensor of one UntypedStorage))]) with _metadata
        var pickle =
                PickleBytes.begin()
                        .global("collections", "OrderedDict")
                        .steps("](")
                        .text("w")
                        .global("torch._utils", "_rebuild_parameter")
                        .step('(')
                        .global("torch._utils", "_rebuild_tensor_v3")
                        .steps("((")
                        .text("storage")
                        .global("torch.storage", "UntypedStorage")
                        .text("0")
                        .text("cpu")
                        .number(48)
                        .steps("tQ")
                        .number(2)
                        .numbers(3)
                        .numbers(1)
                        .step(0x89)
                        .steps("}")
                        .global("torch", "float32")
                        .steps("tR")
                        .step(0x88)
                        .steps("}tRta\u0085R}")
                        .text("_metadata")
                        .steps("}sb");
        try (var file = PyTorchFile.open(write(zip(pickle)))) {
            assertThat(file.tensor("w").floats()).containsExactly(2, 3, 4);
        }
    }

    @Test
    void opensThroughTheEndingOfTheName() throws IOException {
        try (TensorFile file = TensorFile.open(write(everything().zip()))) {
            assertThat(file).isInstanceOf(PyTorchFile.class);
        }
    }

    @Test
    void unmapsTheFileWhenItIsClosed() throws IOException {
        Tensor tensor;
        try (var file = PyTorchFile.open(write(everything().zip()))) {
            tensor = file.tensor("whole");
        }
        assertThatThrownBy(tensor::floats).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "posix, system",
        "os, system",
        "builtins, eval",
        "__builtin__, exec",
        "subprocess, Popen",
        "torch.storage, _load_from_bytes",
        "torch, load",
        "numpy.core.multiarray, _reconstruct",
        "collections, OrderedDict.update",
        "torch, float8_e4m3fn",
        "torch, ComplexFloatStorage"
    })
    void refusesEveryOtherGlobalByNameAndByte(String module, String name) throws IOException {
        byte[] attack =
                PickleBytes.begin().global(module, name).text("touch x").steps("\u0085R").end();
        byte[] bytes = zip(attack);
        // the pickle begins behind the first entry's header, 30 bytes and its name; then 80 02
        int global = 30 + "archive/data.pkl".length() + 2;
        refused(bytes, "\"" + module + "." + name + "\"", "at byte " + global + ":");
        refused(everything().legacy(attack, true), "\"" + module + "." + name + "\"");
        byte[] fromStack = PickleBytes.begin().text(module).text(name).step(0x93).steps(")R").end();
        refused(zip(fromStack), "\"" + module + "." + name + "\"");
        byte[] instance = PickleBytes.begin().steps("(i" + module + "\n" + name + "\n").end();
        refused(zip(instance), "\"" + module + "." + name + "\"");
    }

    @Test
    void refusesStepsThatNoCheckpointNeeds() throws IOException {
        refused(zip(PickleBytes.begin().steps("o")), "step 0x6f");
        refused(zip(PickleBytes.begin().step(0x81)), "step 0x81");
        refused(zip(PickleBytes.begin().step(0x82)), "step 0x82");
        refused(zip(PickleBytes.begin().steps("P1\n")), "step 0x50");
    }

    @Test
    void refusesWhatIsNoStateDict() throws IOException {
        refused(zip(PickleBytes.begin().number(5)), "a whole number, not a state dict");
        refused(
                zip(PickleBytes.begin().steps("}").text("epoch").number(3).steps("s")),
                "\"epoch\"");
        refused(zip(PickleBytes.begin().steps("}").text("model").steps("}s")), "is a dict");
    }

    @Test
    void tellsWhatStandsInAPickleInTheLanguagesOfTheProgram() throws IOException {
        Path number = write(zip(PickleBytes.begin().number(5)));
        var refused =
                catchThrowableOfType(
                        RefusedTensorFileException.class, () -> PyTorchFile.open(number));
        assertThat(refused.told().orElseThrow().in(Locale.GERMAN))
                .endsWith("Was die Datei enthält, ist kein State-Dict, sondern eine ganze Zahl.");
        Path key = write(zip(PickleBytes.begin().steps("}").number(3).number(4).steps("s")));
        var damaged =
                catchThrowableOfType(
                        MalformedTensorFileException.class, () -> PyTorchFile.open(key));
        assertThat(damaged).hasMessageContaining("the key of a dict is a whole number, not a text");
        assertThat(damaged.told().orElseThrow().in(Locale.GERMAN))
                .contains("Der Schlüssel eines Dicts ist kein Text, sondern eine ganze Zahl.");
        assertThat(damaged.told().orElseThrow().in(Locale.CHINESE)).contains("不是文本，而是整数。");
    }

    @Test
    void refusesOtherByteOrdersAndOtherFiles() throws IOException {
        refused(everything().zip(everything().pickle(false), "big", ZipBytes.End.PLAIN), "\"big\"");
        refused(everything().legacy(everything().pickle(true), false), "byte order");
        damaged(new byte[0], "torch.save writes no such file");
        damaged("version https://git-lfs".getBytes(StandardCharsets.UTF_8), "Fetch or save");
    }

    @Test
    void refusesTensorsThatReachBeyondTheirStorage() throws IOException {
        damaged(oneView(9, new long[] {4}, new long[] {1}), "reaches to byte 52", "has 48");
        damaged(oneView(0, new long[] {2, 2}, new long[] {11, 1}), "reaches to byte 52");
        damaged(oneView(0, new long[] {1L << 62, 4}, new long[] {0, 0}), "overflow");
        damaged(oneView(Long.MAX_VALUE, new long[] {1}, new long[] {1}), "overflow");
        damaged(oneView(0, new long[] {2}, new long[] {-1}), "negative stride");
        damaged(oneView(0, new long[] {2}, new long[] {1, 1}), "1 dimensions but 2 strides");
    }

    private static byte[] oneView(long offset, long[] shape, long[] strides) {
        var bytes = new TorchBytes().floats("0", new float[12]);
        return bytes.view("w", "0", offset, shape, strides).zip();
    }

    @Test
    void refusesALargeTensorThatDoesNotLieSideBySide() throws IOException {
        long over = PyTorchFile.LARGEST_COPY / 4 + 1;
        refused(oneView(0, new long[] {over}, new long[] {0}), "tensor \"w\"", "side by side");
    }

    @Test
    void refusesStoragesThatAreMissingOrShort() throws IOException {
        var pickle = everything().pickle(false);
        var entries = everything().entries(pickle, "little");
        entries.remove("archive/data/2");
        damaged(ZipBytes.of(entries, ZipBytes.End.PLAIN), "lacks the storage \"2\"");
        entries.put("archive/data/2", new byte[15]);
        damaged(ZipBytes.of(entries, ZipBytes.End.PLAIN), "16 bytes", "has 15");
        byte[] legacy = everything().legacy();
        damaged(Arrays.copyOf(legacy, legacy.length - 1), "has 3 bytes, but only 2 follow");
        damaged(Arrays.copyOf(legacy, legacy.length + 1), "1 bytes follow the last storage");
    }

    @Test
    void refusesNamesThatStandTwice() throws IOException {
        var twice = everything().view("ids", "0", 0, new long[] {1}, new long[] {1});
        damaged(twice.zip(), "\"ids\" twice");
        damaged(twice.legacy(), "\"ids\" twice");
    }

    @Test
    void refusesCompressedEntries() throws IOException {
        byte[] bytes = everything().zip(everything().pickle(false), "little", ZipBytes.End.PLAIN);
        int entry = indexOf(bytes, "PK\u0001\u0002");
        bytes[entry + 10] = 8;
        refused(bytes, "\"archive/data.pkl\" is compressed", "at byte " + entry + ":");
        bytes[entry + 10] = 0;
        bytes[entry + 8] = 1;
        refused(bytes, "\"archive/data.pkl\" is compressed");
    }

    private static int indexOf(byte[] bytes, String sought) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(sought);
    }

    @Test
    void refusesNegatedAndConjugatedViews() throws IOException {
        var pickle =
                PickleBytes.begin()
                        .steps("}")
                        .text("w")
                        .beginTensor()
                        .storage("FloatStorage", "0", 12)
                        .number(0)
                        .numbers(12)
                        .numbers(1)
                        .step(0x89)
                        .steps("}}")
                        .text("neg")
                        .step(0x88)
                        .steps("stRs");
        refused(zip(pickle), "negated");
    }

    @Test
    void refusesAPickleThatAsksForTooMuchBeforeItHasMadeMuch() throws IOException {
        byte[] lists = new byte[BUDGET + 1];
        Arrays.fill(lists, (byte) ']');
        allocatesLittle(zip(lists), RefusedTensorFileException.class, "1,000,000 steps");
        byte[] dicts = new byte[BUDGET + 2];
        for (int i = 0; i < dicts.length; i += 2) {
            dicts[i] = '}';
            dicts[i + 1] = (byte) 0x94; // MEMOIZE
        }
        allocatesLittle(zip(dicts), RefusedTensorFileException.class, "1,000,000 steps");
        var text = PickleBytes.begin().steps("X\u00ff\u00ff\u00ff\u00ff");
        allocatesLittle(zip(text), MalformedTensorFileException.class, "4294967295 bytes");
        var longText = PickleBytes.begin().step(0x8d).steps("\u00ff".repeat(8));
        allocatesLittle(zip(longText), MalformedTensorFileException.class, "18446744073709551615");
    }

    /// Dicts and shapes made again and again of one kept list, at a few bytes each.
    @Test
    void paysForEveryItemOfAListThatIsCopied() throws IOException {
        var pairs = PickleBytes.begin().global("collections", "OrderedDict").steps("q\0](");
        for (int i = 0; i < 1000; i++) {
            pairs.text("k" + i).number(0).step(0x86);
        }
        pairs.steps("e\u0085q\u0001");
        for (int i = 0; i < 2_000; i++) {
            pairs.steps("0h\0h\u0001R");
        }
        allocatesLittle(zip(pairs), RefusedTensorFileException.class, "1,000,000 steps");
        var tensors =
                PickleBytes.begin().global("torch._utils", "_rebuild_tensor_v2").steps("q\0(");
        long[] ones = new long[64];
        Arrays.fill(ones, 1);
        tensors.storage("FloatStorage", "0", 12).number(0).numbers(ones).numbers(ones);
        tensors.steps("tq\u0001");
        for (int i = 0; i < 10_000; i++) {
            tensors.steps("0h\0h\u0001R");
        }
        allocatesLittle(zip(tensors), RefusedTensorFileException.class, "1,000,000 steps");
    }

    @Test
    void readsAsManyTensorsAsTheBudgetAllowsInBoundedMemory() throws IOException {
        var pickle = PickleBytes.begin().global("torch._utils", "_rebuild_tensor_v2").steps("q\0(");
        pickle.storage("FloatStorage", "0", 12).number(0).numbers(4).numbers(1).steps("tq\u0001}(");
        // text, two recalled values, the call and what a tensor costs beside, one dimension twice
        int count = (BUDGET - 100) / (4 + PickleBudget.TENSOR + 2);
        for (int i = 0; i < count; i++) {
            pickle.text("" + i).steps("h\0h\u0001R");
        }
        Path path = write(zip(pickle.step('u')));
        long before = Allocation.ofThisThread();
        try (var file = PyTorchFile.open(path)) {
            assertThat(Allocation.ofThisThread() - before).isLessThan(Allocation.LIMIT);
            assertThat(file.entries()).hasSize(count);
        }
    }

    private void allocatesLittle(byte[] bytes, Class<? extends IOException> type, String words)
            throws IOException {
        Path path = write(bytes);
        long before = Allocation.ofThisThread();
        assertThatThrownBy(() -> PyTorchFile.open(path))
                .isInstanceOf(type)
                .hasMessageContaining(words);
        assertThat(Allocation.ofThisThread() - before).isLessThan(Allocation.LIMIT);
    }

    /// A list that holds itself, and tuples in tuples in tuples.
    @Test
    void survivesEndlessAndDeepValues() throws IOException {
        refused(zip(PickleBytes.begin().steps("]q\0h\0a")), "a list, not a state dict");
        refused(zip(PickleBytes.begin().steps(")" + "\u0085".repeat(500_000))), "a tuple");
        var itself = PickleBytes.begin().global("torch._tensor", "_rebuild_from_type_v2");
        itself.steps("q\0]q\u0001(h\0").global("torch", "Tensor").steps("h\u0001}eR");
        damaged(zip(itself), "unknown class");
    }
}
