package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

class CrossLingualTransferTest extends TransferFixture {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void equalsTheFormulaWrittenOutDensely(boolean centred) throws IOException {
        var source = source();
        var helper = helper();
        var overlap = write(source, helper);
        run(centred ? "clp-centered" : "clp");
        double[][] expected =
                DenseFormula.rows(
                        overlap,
                        source.embedding(),
                        WIDTH,
                        helper.embedding(),
                        HELPER_WIDTH,
                        centred);
        try (var target = Checkpoint.open(target())) {
            assertRows(target.tensor(EMBEDDING).floats(), expected, 1e-5);
        }
    }

    @Test
    void copiesEveryOtherTensorAndTheHelpersTokenizerByteForByte() throws IOException {
        write(source(), helper());
        var report = run("linear");
        assertThat(report.counts().anchors()).isEqualTo(16);
        assertThat(report.counts().missing()).isEqualTo(24);
        assertThat(report.counts().specials()).isEqualTo(1);
        try (var source = Checkpoint.open(folder.resolve("source"));
                var target = Checkpoint.open(target())) {
            assertThat(target.entries().keySet()).isEqualTo(source.entries().keySet());
            for (String name : source.entries().keySet()) {
                if (!name.equals(EMBEDDING)) {
                    assertThat(target.tensor(name).bytes().mismatch(source.tensor(name).bytes()))
                            .as(name)
                            .isEqualTo(-1);
                }
            }
        }
        assertThat(target().resolve("tokenizer.json"))
                .hasSameBinaryContentAs(folder.resolve("helper").resolve("tokenizer.json"));
        assertThat(target().resolve("README.md")).content().contains("source", "helper", "linear");
    }

    @Test
    void takesVocabularySizeAndSpecialIdsFromTheTarget() throws IOException {
        write(source(), helper());
        run("mean");
        int end = TARGET.indexOf("<|endoftext|>");
        for (String file : List.of("config.json", "generation_config.json")) {
            assertThat(json(file).path("eos_token_id").intValue()).as(file).isEqualTo(end);
        }
        assertThat(json("config.json").path("vocab_size").intValue()).isEqualTo(40);
        assertThat(json("config.json").path("tie_word_embeddings").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesAnUntiedHeadATransferOfItsOwn(boolean helperTied) throws IOException {
        var source = source().untied();
        var helper = helperTied ? helper() : helper().untied();
        var overlap = write(source, helper);
        run("clp");
        float[] space = helperTied ? helper.embedding() : helper.head();
        try (var target = Checkpoint.open(target())) {
            assertRows(
                    target.tensor("lm_head.weight").floats(),
                    DenseFormula.rows(overlap, source.head(), WIDTH, space, HELPER_WIDTH, false),
                    1e-5);
        }
    }

    @Test
    void fillsRowsBeyondTheLastTokenWithTheSourcesMean() throws IOException {
        var source = source();
        write(source, helper());
        var report = CrossLingualTransfer.run(spec("clp", 1, 16, false), Progress.unwatched());
        assertThat(report.counts().rows()).isEqualTo(48);
        assertThat(report.counts().padding()).isEqualTo(8);
        try (var target = Checkpoint.open(target())) {
            float[] rows = target.tensor(EMBEDDING).floats();
            for (int column = 0; column < WIDTH; column++) {
                double mean = 0;
                for (int row = 0; row < SOURCE.size(); row++) {
                    mean += source.embedding()[row * WIDTH + column] / (double) SOURCE.size();
                }
                assertThat(rows[40 * WIDTH + column]).isCloseTo((float) mean, within(1e-6f));
                assertThat(rows[47 * WIDTH + column]).isEqualTo(rows[40 * WIDTH + column]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F16", "BF16", "F64"})
    void keepsTheSourcesElementType(DType type) throws IOException {
        write(source().dtype(type), helper());
        run("linear");
        try (var source = Checkpoint.open(folder.resolve("source"));
                var target = Checkpoint.open(target())) {
            assertThat(target.entries().values())
                    .allSatisfy(entry -> assertThat(entry.dtype()).isEqualTo(type));
            int shared = SOURCE.indexOf("shared3");
            assertThat(target.tensor(EMBEDDING).rows(TARGET.indexOf("shared3"), 1))
                    .containsExactly(source.tensor(EMBEDDING).rows(shared, 1));
        }
    }

    @Test
    void carriesTheHelpersGeometryOverWhereTheMapIsLinear() throws IOException {
        // The source's rows are the helper's, turned and doubled: (a, b) becomes (−2b, 2a).
        var helper = new ModelFolder(folder.resolve("helper"), TARGET, 2, 5);
        float[] source = new float[SOURCE.size() * 2];
        for (int id = 0; id < SOURCE.size(); id++) {
            int known = Math.max(0, TARGET.indexOf(SOURCE.get(id)));
            source[2 * id] = -2 * helper.embedding()[2 * known + 1];
            source[2 * id + 1] = 2 * helper.embedding()[2 * known];
        }
        write(new ModelFolder(folder.resolve("source"), SOURCE, 2, 1).embedding(source), helper);
        var report = run("linear");
        assertThat(report.leaveOneOutR2()).isCloseTo(1, within(1e-6));
        assertThat(report.agreement().missing()).isCloseTo(1, within(0.02));
        try (var target = Checkpoint.open(target())) {
            float[] rows = target.tensor(EMBEDDING).floats();
            for (int id = 0; id < TARGET.size(); id++) {
                float[] own = helper.embedding();
                assertThat(rows[2 * id]).isCloseTo(-2 * own[2 * id + 1], within(1e-3f));
                assertThat(rows[2 * id + 1]).isCloseTo(2 * own[2 * id], within(1e-3f));
            }
        }
    }

    @Test
    void warnsWhereASumOfCosinesNearZeroBlowsARowUp() throws IOException {
        // Cosines of "weit" to the anchors: 0.6 and about −0.5992; they sum to about 8e-4.
        List<String> source = List.of("a", "b");
        write(
                new ModelFolder(folder.resolve("source"), source, 2, 1).embedding(1, 0, 0, 1),
                new ModelFolder(folder.resolve("helper"), List.of("a", "b", "weit"), 2, 1)
                        .embedding(1, 0, -1, 0.001f, 0.6f, 0.8f));
        var report = run("clp");
        // 0.6 · (1, 0) and −0.5992 · (0, 1) over 8e-4: a row of length 0.848 / 8e-4 = 1060
        assertThat(report.largestNormRatio()).isCloseTo(1060, within(5.0));
        assertThat(report.warnings())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("1 combined rows", "\"weit\" ×10", "procrustes", "linear");
        assertThat(report.warningsIn(Locale.GERMAN))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("1 gebildete Zeilen von " + EMBEDDING)
                .contains("\"weit\" ×10", "procrustes oder linear");
        assertThat(target().resolve("README.md")).content().contains("**Warning:**");
    }

    @Test
    void drawsARowThatHasNoInformationAndCountsIt() throws IOException {
        // "quer" is at right angles to the only anchor
        write(
                new ModelFolder(folder.resolve("source"), List.of("a", "b"), 2, 1),
                new ModelFolder(folder.resolve("helper"), List.of("a", "quer"), 2, 1)
                        .embedding(1, 0, 0, 1));
        var report = run("clp");
        assertThat(report.counts().fallback()).isEqualTo(1);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("drawn"));
        assertThat(report.missingNorms().median()).isBetween(1e-3, 1e3);
    }

    @Test
    void drawsAllWeightsAsTheModelsOwnInitialiserDoes() throws IOException {
        write(source(), helper());
        run("random");
        try (var target = Checkpoint.open(target())) {
            assertThat(target.tensor("transformer.h.0.ln_1.weight").floats()).containsOnly(1);
            assertThat(target.tensor("transformer.h.0.ln_1.bias").floats()).containsOnly(0);
            assertThat(deviation(target.tensor(EMBEDDING).floats())).isCloseTo(0.02, within(0.003));
            // one layer: 0.02 / √2 = 0.0141, over 36 draws
            assertThat(deviation(target.tensor("transformer.h.0.attn.c_proj.weight").floats()))
                    .isCloseTo(0.0141, within(0.006));
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(target().resolve(file).toFile());
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value / values.length;
        }
        return Math.sqrt(squares);
    }

    private static void assertRows(float[] rows, double[][] expected, double tolerance) {
        for (int row = 0; row < expected.length; row++) {
            double largest = 1;
            for (double value : expected[row]) {
                largest = Math.max(largest, Math.abs(value));
            }
            for (int column = 0; column < expected[row].length; column++) {
                assertThat((double) rows[row * expected[row].length + column])
                        .as("row %d, column %d", row, column)
                        .isCloseTo(expected[row][column], within(tolerance * largest));
            }
        }
    }
}
