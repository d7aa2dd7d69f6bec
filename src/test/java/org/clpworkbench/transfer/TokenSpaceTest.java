package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.vocab.Matching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class TokenSpaceTest {
    @TempDir Path folder;

    @Test
    void tellsNeighboursAndLinksAndWhichAreAnchors() throws IOException {
        try (var space = open()) {
            // "neu" points to 45°; "a" to 0°, "b" to 90°, "c" to 180°
            var found = space.neighbourhood(3, 3);
            assertThat(found.anchor()).isFalse();
            assertThat(found.neighbours()).extracting(Neighbour::id).containsExactly(0, 1, 2);
            assertThat(found.neighbours()).extracting(Neighbour::anchor).containsOnly(true);
            assertThat(found.neighbours().getFirst().cosine())
                    .isCloseTo(Math.sqrt(0.5), within(1e-6));
            assertThat(found.links()).hasSize(3);
            assertThat(found.links().getFirst().cosine()).isCloseTo(0, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clp", "clp-centered", "linear"})
    void makesAMissingTokensRowOfTheSharesItNames(String method) throws IOException {
        try (var space = open();
                var source = Checkpoint.open(folder.resolve("source"))) {
            CrossLingualTransfer.run(
                    TransferSpec.of(
                            folder.resolve("source"),
                            folder.resolve("helper"),
                            folder.resolve("target"),
                            method,
                            1),
                    Progress.unwatched());
            var mixture = space.mixture(3, method, 10);
            double[] sum = new double[2];
            for (var share : mixture.shares()) {
                int id = space.overlap().sourceOf(share.id()).orElseThrow();
                float[] row = source.tensor("transformer.wte.weight").rows(id, 1);
                sum[0] += share.weight() * row[0];
                sum[1] += share.weight() * row[1];
            }
            assertThat(mixture.anchors()).isEqualTo(3);
            assertThat(mixture.topMass()).isCloseTo(1, within(1e-9));
            try (var target = Checkpoint.open(folder.resolve("target"))) {
                float[] row = target.tensor("transformer.wte.weight").rows(3, 1);
                assertThat(sum[0]).isCloseTo(row[0], within(1e-5));
                assertThat(sum[1]).isCloseTo(row[1], within(1e-5));
            }
        }
    }

    @Test
    void makesAnAnchorOfItselfAlone() throws IOException {
        try (var space = open()) {
            var mixture = space.mixture(1, "clp", 5);
            assertThat(mixture.shares()).containsExactly(new TokenSpace.Share(1, 1));
            assertThat(mixture.effectiveAnchors()).isEqualTo(1);
        }
    }

    @Test
    void refusesAnIdWithoutARow() throws IOException {
        try (var space = open()) {
            assertThatThrownBy(() -> space.neighbourhood(4, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4");
        }
    }

    private TokenSpace open() throws IOException {
        new ModelFolder(folder.resolve("source"), List.of("c", "b", "a"), 2, 4).write();
        new ModelFolder(folder.resolve("helper"), List.of("a", "b", "c", "neu"), 2, 1)
                .embedding(1, 0, 0, 2, -3, 0, 5, 5)
                .write();
        return TokenSpace.open(
                folder.resolve("source"),
                folder.resolve("helper"),
                Matching.EXACT,
                Progress.unwatched());
    }
}
