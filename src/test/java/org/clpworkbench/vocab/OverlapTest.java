package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.vocab.Overlap.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class OverlapTest {
    private static final List<String> SOURCE =
            List.of("<|endoftext|>", "Ċ", "Haus", "ĠHaus", "â", "house", "Ġhouse");
    @TempDir Path folder;

    @Test
    void exactMatchingTakesTheSameString() throws IOException {
        var overlap =
                Overlap.of(
                        source(),
                        target(
                                TokenizerFolder.byteLevel(
                                        folder.resolve("target"),
                                        List.of("<|endoftext|>", "ĠHaus", "haus", "Ċ"))),
                        Matching.EXACT);
        assertThat(overlap.anchors())
                .containsExactly(new Anchor(0, 0), new Anchor(1, 3), new Anchor(3, 1));
        assertThat(overlap.missing()).containsExactly(2);
        assertThat(overlap.sourceOf(3)).hasValue(1);
        assertThat(overlap.sourceOf(2)).isEmpty();
        assertThat(overlap.share()).isEqualTo(3.0 / 4);
        assertThat(overlap.specials()).isEqualTo(1);
    }

    @Test
    void canonicalMatchingLooksThroughSentencePiecesSpelling() throws IOException {
        var target =
                target(
                        TokenizerFolder.sentencePiece(
                                folder.resolve("target"),
                                List.of("</s>", "<0x0A>", "▁Haus", "Haus", "<0xE2>", "▁haus")));
        assertThat(Overlap.of(source(), target, Matching.CANONICAL).anchors())
                .containsExactly(
                        new Anchor(0, 0), // both end a text, by role
                        new Anchor(1, 1),
                        new Anchor(2, 3),
                        new Anchor(3, 2),
                        new Anchor(4, 4));
        assertThat(Overlap.of(source(), target, Matching.EXACT).anchors())
                .containsExactly(new Anchor(3, 2));
    }

    @Test
    void canonicalMatchingLooksThroughWordPiecesSpelling() throws IOException {
        var target =
                target(
                        TokenizerFolder.wordPiece(
                                folder.resolve("target"), List.of("[SEP]", "Haus", "##Haus")));
        // [SEP] has no sep in the source, whose eos stands in for it
        assertThat(Overlap.of(source(), target, Matching.CANONICAL).anchors())
                .extracting(Anchor::sourceId)
                .endsWith(3, 2);
    }

    @Test
    void fuzzyMatchingTakesTheLowestIdWithoutSpaceAndCase() throws IOException {
        var target =
                target(
                        TokenizerFolder.byteLevel(
                                folder.resolve("target"), List.of("HAUS", "ĠHouse", "Maus")));
        var overlap = Overlap.of(source(), target, Matching.FUZZY);
        assertThat(overlap.anchors()).containsExactly(new Anchor(0, 2), new Anchor(1, 5));
        assertThat(overlap.missing()).containsExactly(2);
    }

    private Vocabulary source() throws IOException {
        return Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("source"), SOURCE));
    }

    private static Vocabulary target(Path folder) throws IOException {
        return Vocabulary.read(folder);
    }
}
