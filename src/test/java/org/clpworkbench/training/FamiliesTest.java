package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.clpworkbench.lm.KeyValueCache;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Every family of models against what PyTorch makes of the same small model.
class FamiliesTest {
    @TempDir Path scratch;

    static List<FamilyReference> families() throws IOException {
        return FamilyReference.all(Path.of("src/test/resources/org/clpworkbench/lm/families"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void logitsAreTransformersAtEveryLength(FamilyReference family) throws IOException {
        try (var model = family.open()) {
            for (int row = 0; row < 2; row++) {
                int[] ids = family.ids()[row];
                float[] expected = family.logits(row);
                int vocabulary = expected.length / ids.length;
                int shortest = model.causal() ? 1 : ids.length;
                for (int length = shortest; length <= ids.length; length += 5) {
                    float[] logits = model.logits(Arrays.copyOf(ids, length));

                    assertThat(logits)
                            .containsExactly(
                                    Arrays.copyOf(expected, length * vocabulary),
                                    Offset.offset(2e-4f));
                }
            }
        }
    }

    static List<FamilyReference> causalFamilies() throws IOException {
        var causal = new ArrayList<FamilyReference>();
        for (FamilyReference family : families()) {
            try (var model = family.open()) {
                if (model.causal()) {
                    causal.add(family);
                }
            }
        }
        return causal;
    }

    @ParameterizedTest
    @MethodSource("causalFamilies")
    void readingTokenByTokenGivesTheLogitsOfReadingAtOnce(FamilyReference family)
            throws IOException {
        int[] ids = family.ids()[0];
        float[] expected = family.logits(0);
        int vocabulary = expected.length / ids.length;
        int first = 3;
        try (var model = family.open();
                var cache = new KeyValueCache(model, ids.length)) {
            for (int read = first; read <= ids.length; read++) {
                float[] logits =
                        read == first
                                ? cache.read(Arrays.copyOf(ids, first))
                                : cache.read(ids[read - 1]);

                assertThat(logits)
                        .containsExactly(
                                Arrays.copyOfRange(
                                        expected, (read - 1) * vocabulary, read * vocabulary),
                                Offset.offset(2e-4f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void gradientsArePyTorchs(FamilyReference family) throws IOException {
        family.checkGradients(plan(new TrainedPart.All(), 2, false), scratch.resolve("m"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void recomputingLayersAndSplittingTheBatchGiveTheSameGradients(FamilyReference family)
            throws IOException {
        family.checkGradients(plan(new TrainedPart.All(), 1, true), scratch.resolve("m"));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aTrainedPartHasTheGradientsThatItHasInTheWhole(FamilyReference family) throws IOException {
        for (var part : List.of(new TrainedPart.Embeddings(), new TrainedPart.LastLayers(1))) {
            family.checkGradients(plan(part, 2, false), scratch.resolve(part + "-kept"));
            family.checkGradients(plan(part, 2, true), scratch.resolve(part + "-recomputed"));
        }
    }

    /// Without a head of its own, with one, and with a bias beside it.
    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied", "bert-untied"})
    void rowsHaveTheGradientsThatTheyHaveInTheWhole(String name) throws IOException {
        var family =
                new FamilyReference(
                        Path.of("src/test/resources/org/clpworkbench/lm/families", name));
        var ids = new BitSet();
        Arrays.stream(family.ids()[0]).forEach(ids::set);
        var part = new TrainedPart.Rows(ids);
        family.checkGradients(plan(part, 2, false), scratch.resolve("kept"));
        family.checkGradients(plan(part, 1, true), scratch.resolve("recomputed"));
    }

    /// As the first checkpoints of BERT call them.
    @Test
    void normsMayBeCalledGammaAndBeta() throws IOException {
        Path bert = Path.of("src/test/resources/org/clpworkbench/lm/families/bert");
        Path old = Files.createDirectory(scratch.resolve("old"));
        Files.copy(bert.resolve("config.json"), old.resolve("config.json"));
        Files.write(
                old.resolve("model.safetensors"),
                renamed(Files.readAllBytes(bert.resolve("model.safetensors"))));
        int[] ids = new FamilyReference(bert).ids()[0];
        try (var model = new FamilyReference(bert).open();
                var same = new FamilyReference(old).open()) {
            assertThat(same.logits(ids)).isEqualTo(model.logits(ids));
        }
    }

    /// A safetensors file with other names in its header, which is filled up to its old length.
    private static byte[] renamed(byte[] file) {
        var content = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(content.getLong(0));
        String header = new String(file, Long.BYTES, length, StandardCharsets.UTF_8);
        String other =
                header.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta");
        assertThat(other).isNotEqualTo(header);
        byte[] filled =
                (other + " ".repeat(header.length() - other.length()))
                        .getBytes(StandardCharsets.UTF_8);
        content.put(Long.BYTES, filled);
        return file;
    }

    private static StepPlan plan(TrainedPart part, int rows, boolean recompute) {
        return new StepPlan(part, rows, recompute, 0, true);
    }
}
