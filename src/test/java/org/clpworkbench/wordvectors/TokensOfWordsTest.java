package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;

class TokensOfWordsTest {
    /// Tokens 0 `rot`, 1 `weiß`, 2 `er`, 3 `weißer` (which the tokenizer never gives), 4 `Rot.`, 5
    /// `☃`.
    private static final String[] TEXTS = {"rot", "weiß", "er", "weißer", " Rot.", "☃"};

    private static int[] segmented(String word) {
        return switch (word.strip()) {
            case "rot" -> new int[] {0};
            case "roter" -> new int[] {0, 2};
            case "weiß" -> new int[] {1};
            default -> new int[0];
        };
    }

    private static TokenVectors tokens() throws IOException {
        var text = Text.of("rot rot rot roter weiß weiß .");
        var lexicon = Lexicon.of(text, 1, Progress.unwatched());
        assertThat(lexicon.words()).containsExactly("rot", "weiß", ".", "roter");
        float[][] rows = {{1, 0}, {0, 1}, {0, -1}, {-1, 0}};
        var side = new LanguageText(text, TokensOfWordsTest::segmented, id -> TEXTS[id], 6);
        return TokensOfWords.of(new WordVectors(lexicon, rows), side, 2, Progress.unwatched());
    }

    private static float[] row(TokenVectors tokens, int id) {
        return Arrays.copyOfRange(tokens.matrix(), 2 * id, 2 * id + 2);
    }

    @Test
    void weightsTheWordsThatContainATokenByHowOftenTheyOccur() throws Exception {
        // rot 3 times (1, 0) and roter once (−1, 0): (3 − 1) / 4
        assertThat(row(tokens(), 0)).containsExactly(new float[] {0.5f, 0}, within(1e-6f));
        assertThat(row(tokens(), 1)).containsExactly(new float[] {0, 1}, within(1e-6f));
        assertThat(row(tokens(), 2)).containsExactly(new float[] {-1, 0}, within(1e-6f));
    }

    @Test
    void takesTheWordsOfATokensTextWhereNoWordContainsIt() throws Exception {
        // Rot (1, 0) and the full stop (0, −1)
        assertThat(row(tokens(), 4)).containsExactly(new float[] {0.5f, -0.5f}, within(1e-6f));
    }

    @Test
    void takesTheSpellingWhereTheTextIsNoWord() throws Exception {
        // <we, wei, eiß … come from weiß (0, 1); er> from roter (−1, 0), which leaves the second
        // coordinate alone
        assertThat(tokens().has(3)).isTrue();
        assertThat(row(tokens(), 3)[1]).isPositive();
    }

    @Test
    void leavesATokenAbsentThatNothingIsKnownOf() throws Exception {
        assertThat(tokens().has(5)).isFalse();
        assertThat(row(tokens(), 5)).containsOnly(0f);
    }

    @Test
    void spellsKnownWordsRight() {
        String[] words = {"laufen", "kaufen", "haus"};
        float[][] vectors = {{1, 0}, {0, 1}, {-1, -1}};
        var subwords = SubwordVectors.fit(words, vectors, Progress.unwatched());
        for (int word = 0; word < words.length; word++) {
            assertThat(subwords.find(words[word]).orElseThrow())
                    .containsExactly(vectors[word], within(0.05f));
        }
        assertThat(subwords.find("xyz")).isEmpty();
    }
}
