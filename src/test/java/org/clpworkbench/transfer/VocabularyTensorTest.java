package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class VocabularyTensorTest extends TransferFixture {
    private static final String BIAS = "final_logits_bias";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transfersAnOutputBiasInItsShapeAndInTheSpaceOfTheHead(boolean untiedHelper)
            throws IOException {
        var helper = untiedHelper ? helper().untied() : helper();
        var overlap = write(source().extra(BIAS, 1, SOURCE.size()), helper);
        run("clp");
        float[] space = untiedHelper ? helper.head() : helper.embedding();
        try (var source = Checkpoint.open(folder.resolve("source"));
                var target = Checkpoint.open(target())) {
            float[] before = source.tensor(BIAS).floats();
            double[][] expected = DenseFormula.rows(overlap, before, 1, space, HELPER_WIDTH, false);
            assertThat(target.tensor(BIAS).entry().shape()).containsExactly(1L, 40L);
            float[] after = target.tensor(BIAS).floats();
            for (int id = 0; id < 40; id++) {
                double size = Math.max(1, Math.abs(expected[id][0]));
                assertThat((double) after[id]).isCloseTo(expected[id][0], within(1e-5 * size));
            }
        }
    }

    @Test
    void startsAnOutputBiasAtZeroInTrainingFromScratch() throws IOException {
        write(source().extra(BIAS, 1, SOURCE.size()), helper());
        run("random");
        try (var target = Checkpoint.open(target())) {
            assertThat(target.tensor(BIAS).floats()).hasSize(40).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt_neox", "llama", "bloom", "roberta"})
    void takesAHelperOfAnotherFamily(String type) throws IOException {
        var helper =
                switch (type) {
                    case "gpt_neox" -> helper().type(type, "gpt_neox.embed_in.weight");
                    case "llama" -> helper().type(type, "model.embed_tokens.weight").untied();
                    case "bloom" -> helper().type(type, "word_embeddings.weight");
                    default -> helper().type(type, "roberta.embeddings.word_embeddings.weight");
                };
        write(source().untied(), helper);
        assertThat(run("linear").counts().anchors()).isEqualTo(16);
    }

    @Test
    void usesTheTokensRowsOfPaddedMatricesAndNoOthers() throws IOException {
        // 30 and 40 tokens, 64 rows each
        var source = source().rows(64);
        var overlap = write(source, helper().rows(64));
        assertThat(run("clp").counts().rows()).isEqualTo(40);
        try (var target = Checkpoint.open(target())) {
            for (var anchor : overlap.anchors()) {
                float[] row = target.tensor(EMBEDDING).rows(anchor.targetId(), 1);
                for (int column = 0; column < WIDTH; column++) {
                    assertThat(row[column])
                            .isEqualTo(source.embedding()[anchor.sourceId() * WIDTH + column]);
                }
            }
        }
    }

    @Test
    void drawsTheTokensThatTheHelpersMatrixIsTooShortFor() throws IOException {
        // its last 3 tokens have no row; those of them that are anchors are copied all the same
        var overlap = write(source(), helper().rows(37));
        long lost = overlap.missing().stream().filter(id -> id >= 37).count();
        assertThat(run("clp").counts().fallback()).isEqualTo((int) lost);
    }

    @Test
    void leavesTheMeanInTheRowsOfIdsWithoutAToken() throws IOException {
        var gap = new ArrayList<>(TARGET);
        int id = gap.indexOf("deutsch7");
        gap.set(id, "");
        var source = source();
        write(source, new ModelFolder(folder.resolve("helper"), gap, HELPER_WIDTH, 2));
        var report = CrossLingualTransfer.run(spec("clp", 1, 1, false), Progress.unwatched());
        assertThat(report.counts().rows()).isEqualTo(40);
        assertThat(report.counts().padding()).isEqualTo(1);
        try (var target = Checkpoint.open(target())) {
            double mean = 0;
            for (int row = 0; row < SOURCE.size(); row++) {
                mean += source.embedding()[row * WIDTH] / (double) SOURCE.size();
            }
            assertThat(target.tensor(EMBEDDING).rows(id, 1)[0])
                    .isCloseTo((float) mean, within(1e-6f));
        }
    }

    @Test
    void takesNoTokenForAnAnchorThatTheSourceHasNoRowFor() throws IOException {
        // the source's last token, "shared14", stands beyond its 29 rows
        assertThat(SOURCE.getLast()).isEqualTo("shared14");
        write(source().rows(29), helper());
        try (var pair =
                Pair.open(
                        folder.resolve("source"),
                        folder.resolve("helper"),
                        Matching.EXACT,
                        Progress.unwatched())) {
            assertThat(pair.overlap().anchors()).hasSize(15);
            assertThat(pair.overlap().missing()).contains(TARGET.indexOf("shared14"));
        }
    }

    @Test
    void namesTheTensorsInTheOrderOfEmbeddingHeadAndBias() throws IOException {
        write(source().untied().extra(BIAS, 1, SOURCE.size()), helper());
        try (var source = Checkpoint.open(folder.resolve("source"));
                var helper = Checkpoint.open(folder.resolve("helper"))) {
            var tensors = VocabularyTensor.of(source, helper);
            assertThat(tensors)
                    .extracting(VocabularyTensor::name)
                    .containsExactly(EMBEDDING, "lm_head.weight", BIAS);
            assertThat(tensors).extracting(VocabularyTensor::width).containsExactly(6, 6, 1);
            assertThat(tensors.getLast().shape(40)).isEqualTo(List.of(1L, 40L));
        }
        assertThat(Vocabulary.read(folder.resolve("source")).size()).isEqualTo(30);
    }
}
