package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.PeerPython;
import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenizerFolder;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Figures that the engine has to reach: `mvn -q test -Pbenchmarks`. Each prints what it measured.
@Tag("benchmarks")
class Benchmarks {
    private static final int ANCHORS = 12_000;
    private static final int MISSING = 38_257;
    private static final int HELPER_WIDTH = 768;
    private static final int SOURCE_WIDTH = 1600;
    private static final int BLOCK = 512;

    @TempDir Path folder;

    /// The paper's rows at GPT-2 XL's size, beside the released loop and NumPy's two dense products
    /// (where a Python is named; the loop is timed on some tokens and scaled up).
    @Test
    void makesTheRowsOfThePaperFasterThanItsCode() throws Exception {
        float[] helper = MadeAnchors.drawn((ANCHORS + MISSING) * HELPER_WIDTH, 1);
        float[] source = MadeAnchors.drawn(ANCHORS * SOURCE_WIDTH, 2);
        // cosines of language-model embeddings are positive
        for (int at = 0; at < helper.length; at++) {
            helper[at] += 1;
        }
        float[] known = Arrays.copyOf(helper, ANCHORS * HELPER_WIDTH);
        var anchors = MadeAnchors.of(known, HELPER_WIDTH, source, SOURCE_WIDTH);
        double best = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < 3; turn++) {
            long began = System.nanoTime();
            try (var fitted = new Proportional().fit(anchors, Progress.unwatched())) {
                OrderedBlocks.run(
                        Math.ceilDiv(MISSING, BLOCK),
                        block -> {
                            int from = block * BLOCK;
                            int count = Math.min(BLOCK, MISSING - from);
                            int begin = (ANCHORS + from) * HELPER_WIDTH;
                            int[] ids = IntStream.range(0, count).toArray();
                            return fitted.combine(
                                    ids,
                                    Arrays.copyOfRange(
                                            helper, begin, begin + count * HELPER_WIDTH));
                        },
                        _ -> {});
            }
            best = Math.min(best, (System.nanoTime() - began) / 1e9);
        }
        say("rows of %,d missing tokens from %,d anchors: %.2f s", MISSING, ANCHORS, best);
        JsonNode peer =
                new ObjectMapper()
                        .readTree(
                                PeerPython.required()
                                        .run(
                                                Path.of(
                                                        "src/test/resources/org/clpworkbench/transfer/released_loop.py"),
                                                List.of(
                                                        "" + ANCHORS,
                                                        "" + MISSING,
                                                        "" + HELPER_WIDTH,
                                                        "" + SOURCE_WIDTH)));
        double loop = peer.path("loop").asDouble() / best;
        double dense = peer.path("dense").asDouble() / best;
        say(
                "the released loop takes %.0f times, NumPy's dense products %.1f times as long",
                loop, dense);
        assertThat(loop).isGreaterThan(200);
        assertThat(dense).isGreaterThan(4);
    }

    @Test
    void comparesAllNeighboursOfTwoLargeMatricesWithinAMinute() {
        int tokens = ANCHORS + MISSING;
        float[] helper = MadeAnchors.drawn(tokens * HELPER_WIDTH, 3);
        float[] made = MadeAnchors.drawn(tokens * SOURCE_WIDTH, 4);
        long began = System.nanoTime();
        var before = NeighbourSearch.all(Rows.of(helper, HELPER_WIDTH), 10, (_, _) -> {});
        var after = NeighbourSearch.all(Rows.of(made, SOURCE_WIDTH), 10, (_, _) -> {});
        double share = Agreement.share(before, after);
        double seconds = (System.nanoTime() - began) / 1e9;
        say(
                "all-pairs agreement@10 of %,d × %d and × %d: %.1f s (%.4f)",
                tokens, HELPER_WIDTH, SOURCE_WIDTH, seconds, share);
        assertThat(seconds).isLessThan(60);
    }

    /// The embedded models: once as a command would, everything for the first time, and again as in
    /// a window that has been open for a while.
    @Test
    void transfersSmallModelsWithinTwoSeconds() throws IOException {
        var demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        double seconds = 0;
        for (String turn : List.of("first", "second", "third")) {
            Path target = folder.resolve(turn);
            var spec = TransferSpec.of(demo.source(), demo.helper(), target, Methods.DEFAULT, 1);
            long began = System.nanoTime();
            CrossLingualTransfer.run(spec, Progress.unwatched());
            seconds = (System.nanoTime() - began) / 1e9;
            say("small models, %s transfer in a process: %.2f s", turn, seconds);
        }
        assertThat(seconds).isLessThan(2);
    }

    @Test
    void matchesLargeVocabulariesWithinASecond() throws IOException {
        var source =
                Vocabulary.read(
                        TokenizerFolder.byteLevel(
                                folder.resolve("source"), MadeTokens.of(151_000, 40_000)));
        var target =
                Vocabulary.read(
                        TokenizerFolder.byteLevel(
                                folder.resolve("target"), MadeTokens.of(50_257, 30_000)));
        for (Matching matching : Matching.values()) {
            double best = Double.POSITIVE_INFINITY;
            int found = 0;
            for (int turn = 0; turn < 3; turn++) {
                long began = System.nanoTime();
                found = Overlap.of(source, target, matching).anchors().size();
                best = Math.min(best, (System.nanoTime() - began) / 1e9);
            }
            say("%s overlap: %,d anchors in %.3f s", matching.word(), found, best);
            assertThat(best).isLessThan(1);
        }
    }

    static void say(String format, Object... values) {
        System.out.println("benchmark: " + String.format(Locale.ROOT, format, values));
    }
}
