package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.SideBySide.Near;
import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.TokenizerFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

class TokenSpaceTest {
    @TempDir Path folder;

    @Test
    void tellsNeighboursAndWhichAreAnchors() throws IOException {
        try (var space = open()) {
            // "neu" points to 45°; "a" to 0°, "b" to 90°, "c" to 180°
            var found = space.neighbours(3, 3);
            assertThat(found).extracting(Neighbour::id).containsExactly(0, 1, 2);
            assertThat(found).extracting(Neighbour::anchor).containsOnly(true);
            assertThat(found.getFirst().cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
        }
    }

    @Test
    void linksThePairsThatAreMostAlikeFirst() throws IOException {
        try (var space = open()) {
            var links = space.links(new int[] {0, 1, 3}, 0.5, 10);
            assertThat(links).hasSize(2).allMatch(link -> link.to() == 3);
            assertThat(links.getFirst().cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
            assertThat(space.links(new int[] {0, 1, 2, 3}, -1, 1)).hasSize(1);
            assertThat(space.links(new int[] {0}, -1, 5)).isEmpty();
        }
    }

    @Test
    void countsWhatTheSpacesShareOfATokensNeighbours() throws IOException {
        try (var space = open()) {
            // of "a" the helper has "neu" and "b", the source, which knows no "neu", "b" and "c"
            var all = space.sideBySide(0, 2, false, List.of(), Progress.unwatched());
            assertThat(all.helper()).extracting(Near::id).containsExactly(3, 1);
            assertThat(all.shared(all.source())).isEqualTo(1);
            assertThat(all.agreement(all.source())).isEqualTo(0.5);
            var known = space.sideBySide(0, 2, true, List.of(), Progress.unwatched());
            assertThat(known.helper()).extracting(Near::id).containsExactly(1, 2);
            assertThat(known.agreement(known.source())).isEqualTo(1);
            assertThat(known.transferred()).isEmpty();
        }
    }

    @Test
    void looksIntoATransferredModelForATokenThatTheSourceDoesNotHave() throws IOException {
        try (var space = open()) {
            Path target = transfer("clp");
            var found = space.sideBySide(3, 3, false, List.of(target), Progress.unwatched());
            assertThat(found.source()).isEmpty();
            assertThat(found.transferred()).extracting(Near::id).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(found.agreement(found.transferred())).isEqualTo(1);
            Path source = folder.resolve("source");
            assertThatThrownBy(
                            () ->
                                    space.sideBySide(
                                            3, 3, false, List.of(source), Progress.unwatched()))
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("3 rows for the 4 tokens");
        }
    }

    @Test
    void knowsTheTransfersOfAPairByTheirManifest() throws IOException {
        try (var _ = open()) {
            Path target = transfer("clp");
            Path source = folder.resolve("source");
            Path helper = folder.resolve("helper");
            assertThat(CrossLingualTransfer.isOf(target, source, helper)).isTrue();
            assertThat(CrossLingualTransfer.isOf(target, helper, source)).isFalse();
            assertThat(CrossLingualTransfer.isOf(source, source, helper)).isFalse();
        }
    }

    @Test
    void measuresHowFarTheRowLiesFromTheMeanOfTheSource() throws IOException {
        try (var space = open();
                var source = Checkpoint.open(folder.resolve("source"));
                var target = Checkpoint.open(transfer("clp"))) {
            float[] known = source.tensor("transformer.wte.weight").rows(0, 3);
            double[] mean = {
                (known[0] + known[2] + known[4]) / 3, (known[1] + known[3] + known[5]) / 3
            };
            float[] row = target.tensor("transformer.wte.weight").rows(3, 1);
            var mixture = space.mixture(3, "clp", 10, Progress.unwatched());
            assertThat(mixture.toMean())
                    .isCloseTo(Math.hypot(row[0] - mean[0], row[1] - mean[1]), within(1e-5));
            double squares = 0;
            for (int at = 0; at < known.length; at++) {
                squares += Math.pow(known[at] - mean[at % 2], 2) / 3;
            }
            assertThat(mixture.usualToMean()).isCloseTo(Math.sqrt(squares), within(1e-5));
        }
    }

    private Path transfer(String method) throws IOException {
        transferred(method);
        return folder.resolve("target");
    }

    private TransferReport transferred(String method) throws IOException {
        return CrossLingualTransfer.run(
                TransferSpec.of(
                        folder.resolve("source"),
                        folder.resolve("helper"),
                        folder.resolve("target"),
                        method,
                        1),
                Progress.unwatched());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clp", "clp-centered", "linear"})
    void makesAMissingTokensRowOfTheSharesItNames(String method) throws IOException {
        try (var space = open();
                var source = Checkpoint.open(folder.resolve("source"))) {
            transfer(method);
            var mixture = space.mixture(3, method, 10, Progress.unwatched());
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
            var mixture = space.mixture(1, "clp", 5, Progress.unwatched());
            assertThat(mixture.shares()).containsExactly(new TokenSpace.Share(1, 1));
            assertThat(mixture.effectiveAnchors()).isEqualTo(1);
        }
    }

    @Test
    void combinesASpecialTokenThatTheSourceLacksWhereTokensAreMatchedExactly() throws IOException {
        try (var space = open(helper("<|endoftext|>", 5, 5), Matching.EXACT)) {
            assertThat(space.overlap().target().special(3)).isTrue();
            assertThat(space.origin(3)).isEqualTo(RowOrigin.COMBINED);
            var mixture = space.mixture(3, "clp", 10, Progress.unwatched());
            assertThat(mixture.origin()).isEqualTo(RowOrigin.COMBINED);
            assertThat(mixture.shares()).hasSize(3);
            assertThat(transferred("clp").counts().fallback()).isZero();
        }
    }

    @Test
    void tellsThatARowIsDrawnWhereTheHelpersIsZero() throws IOException {
        try (var space = open(helper("neu", 0, 0), Matching.EXACT)) {
            assertThat(space.origin(0)).isEqualTo(RowOrigin.COPIED);
            assertThat(space.origin(3)).isEqualTo(RowOrigin.DRAWN);
            var mixture = space.mixture(3, "clp", 10, Progress.unwatched());
            assertThat(mixture.origin()).isEqualTo(RowOrigin.DRAWN);
            assertThat(mixture.shares()).isEmpty();
            assertThat(mixture.anchors()).isZero();
            assertThat(mixture.topMass()).isZero();
            assertThat(transferred("clp").counts().fallback()).isEqualTo(1);
            // less the anchors' mean it is zero no more
            var centred = space.mixture(3, "clp-centered", 10, Progress.unwatched());
            assertThat(centred.origin()).isEqualTo(RowOrigin.COMBINED);
        }
    }

    @Test
    void tellsThatATokenForUnknownTextTakesTheMeanWhereRolesCount() throws IOException {
        var helper = helper("neu", 5, 5).config(json -> json.put("unk_token_id", 3));
        try (var space = open(helper, Matching.CANONICAL)) {
            assertThat(space.origin(3)).isEqualTo(RowOrigin.MEAN);
            var mixture = space.mixture(3, "linear", 10, Progress.unwatched());
            assertThat(mixture.origin()).isEqualTo(RowOrigin.MEAN);
            assertThat(mixture.shares()).isEmpty();
            assertThat(mixture.toMean()).isCloseTo(0, within(1e-5));
        }
        try (var space = open(helper, Matching.EXACT)) {
            assertThat(space.origin(3)).isEqualTo(RowOrigin.COMBINED);
        }
    }

    /// A space before a word is ▁ to the one and Ġ to the other.
    @Test
    void goesByTheMatchingOfTheMethodAsTheTransferDoes() throws IOException {
        var known = List.of("▁a", "▁b", "▁c");
        Path source = new ModelFolder(folder.resolve("source"), known, 2, 4).write();
        TokenizerFolder.sentencePiece(source, known);
        new ModelFolder(folder.resolve("helper"), List.of("Ġa", "Ġb", "Ġc", "neu"), 2, 1)
                .embedding(1, 0, 0, 2, -3, 0, 5, 5)
                .write();
        try (var space = open(helper("neu", 5, 5), Matching.EXACT);
                var target = Checkpoint.open(transfer("procrustes"))) {
            assertThat(space.overlap().missing()).containsExactly(0, 1, 2, 3);
            assertThat(space.overlap("procrustes").missing()).containsExactly(3);
            var copied = space.mixture(0, "procrustes", 10, Progress.unwatched());
            assertThat(copied.origin()).isEqualTo(RowOrigin.COPIED);
            assertThat(copied.shares()).containsExactly(new TokenSpace.Share(0, 1));
            var made = space.mixture(3, "procrustes", 10, Progress.unwatched());
            assertThat(made.anchors()).isEqualTo(3);
            double[] sum = new double[2];
            for (var share : made.shares()) {
                float[] row = target.tensor("transformer.wte.weight").rows(share.id(), 1);
                sum[0] += share.weight() * row[0];
                sum[1] += share.weight() * row[1];
            }
            float[] row = target.tensor("transformer.wte.weight").rows(3, 1);
            assertThat(sum[0]).isCloseTo(row[0], within(1e-5));
            assertThat(sum[1]).isCloseTo(row[1], within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Matching the tokens", "Reading anchors", "Learning the combination"})
    void isCancelledWhileItFitsAMethodAndFitsItWhenItIsAskedAgain(String stage) throws IOException {
        try (var space = open()) {
            var progress = new CancelledIn(stage);
            assertThatThrownBy(() -> space.mixture(3, "linear", 10, progress))
                    .isInstanceOf(CancellationException.class);
            assertThat(progress.stages).last().isEqualTo(stage);
            var watched = new CancelledIn("never");
            assertThat(space.mixture(3, "linear", 10, watched).shares()).hasSize(3);
            assertThat(watched.stages).last().isEqualTo("Learning the combination");
            assertThat(watched.told).contains("3 of 3 rows");
        }
    }

    /// No longer wanted as soon as it comes to a stage.
    private static final class CancelledIn implements Progress {
        private final String wanted;
        private final List<String> stages = new ArrayList<>();
        private final List<String> told = new ArrayList<>();

        CancelledIn(String stage) {
            wanted = stage;
        }

        @Override
        public void stage(String name) {
            stages.add(name);
        }

        @Override
        public void update(long done, long total, String unit) {
            told.add(done + " of " + total + " " + unit);
        }

        @Override
        public boolean cancelled() {
            return stages.contains(wanted);
        }
    }

    @Test
    void refusesAnIdWithoutARow() throws IOException {
        try (var space = open()) {
            assertThatThrownBy(() -> space.neighbours(4, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4");
        }
    }

    private TokenSpace open() throws IOException {
        return open(helper("neu", 5, 5), Matching.EXACT);
    }

    /// The source's tokens and one more.
    private ModelFolder helper(String last, float x, float y) {
        return new ModelFolder(folder.resolve("helper"), List.of("a", "b", "c", last), 2, 1)
                .embedding(1, 0, 0, 2, -3, 0, x, y);
    }

    private TokenSpace open(ModelFolder helper, Matching matching) throws IOException {
        if (!Files.exists(folder.resolve("source"))) {
            new ModelFolder(folder.resolve("source"), List.of("c", "b", "a"), 2, 4).write();
            helper.write();
        }
        return TokenSpace.open(
                folder.resolve("source"), folder.resolve("helper"), matching, Progress.unwatched());
    }
}
