package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.vocab.ModelTokenizer.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ModelTokenizerTest {
    /// Without merges every byte is a token; "€" is the bytes E2 82 AC, "😀" F0 9F 98 80.
    private static final List<String> TOKENS =
            List.of("<|endoftext|>", "a", "b", "Ġ", "Ċ", "â", "Ĥ", "¬", "ð", "Ł", "ĺ", "Ģ");

    @TempDir Path folder;

    @Test
    void encodesAndDecodesWithoutSpecialTokens() throws IOException {
        try (var tokenizer = open()) {
            assertThat(tokenizer.encode("ab a\n")).containsExactly(1, 2, 3, 1, 4);
            assertThat(tokenizer.encode("")).isEmpty();
            assertThat(tokenizer.decode(new int[] {1, 3, 5, 6, 7})).isEqualTo("a €");
        }
    }

    @Test
    void givesACharacterSplitOverTokensToTheFirst() throws IOException {
        try (var tokenizer = open()) {
            assertThat(tokenizer.segment("a€b"))
                    .containsExactly(
                            new Piece(1, 0, 1),
                            new Piece(5, 1, 2),
                            new Piece(6, 2, 2),
                            new Piece(7, 2, 2),
                            new Piece(2, 2, 3));
        }
    }

    @Test
    void countsPlacesInUtf16UnitsBeyondTheBasicPlane() throws IOException {
        try (var tokenizer = open()) {
            assertThat(tokenizer.segment("😀b"))
                    .containsExactly(
                            new Piece(8, 0, 2),
                            new Piece(9, 2, 2),
                            new Piece(10, 2, 2),
                            new Piece(11, 2, 2),
                            new Piece(2, 2, 3));
        }
    }

    @Test
    void encodesALargeTextAsItsPartsTogether() throws IOException {
        var text = new StringBuilder();
        var expected = new ArrayList<Integer>();
        for (int line = 0; line < 20_000; line++) {
            boolean blank = line % 7 == 0;
            text.append(blank ? "ab\n\n" : "ab\n");
            expected.addAll(blank ? List.of(1, 2, 4, 4) : List.of(1, 2, 4));
        }
        try (var tokenizer = open()) {
            assertThat(tokenizer.encode(text.toString()))
                    .isEqualTo(expected.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void measuresHowMuchOfARunningTextTheAnchorsCover() throws IOException {
        try (var target = open();
                var source =
                        ModelTokenizer.open(
                                TokenizerFolder.byteLevel(
                                        folder.resolve("source"), List.of("a", "Ġ")))) {
            var overlap = Overlap.of(source.vocabulary(), target.vocabulary(), Matching.EXACT);
            // five tokens "a", "b", " ", "a", "b" in two words; "a" and " " are anchors
            var coverage = Coverage.of("ab ab", source, target, overlap);
            assertThat(coverage.words()).isEqualTo(2);
            assertThat(coverage.targetTokens()).isEqualTo(5);
            assertThat(coverage.anchorShare()).isEqualTo(3.0 / 5);
            assertThat(coverage.targetTokensPerWord()).isEqualTo(2.5);
        }
    }

    private ModelTokenizer open() throws IOException {
        return ModelTokenizer.open(TokenizerFolder.byteLevel(folder.resolve("target"), TOKENS));
    }
}
