package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.clpworkbench.lm.KeyValueCache;
import org.clpworkbench.lm.StepPlan;
import org.clpworkbench.lm.TrainedPart;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static StepPlan plan(TrainedPart part, int rows, boolean recompute) {
        return new StepPlan(part, rows, recompute, 0, true);
    }
}
