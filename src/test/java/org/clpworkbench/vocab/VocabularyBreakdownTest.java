package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.vocab.VocabularyBreakdown.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class VocabularyBreakdownTest {
    /// "Ð¶" is ж in GPT-2's byte alphabet, "Ã" a byte that is no character.
    private static final List<String> TARGET =
            List.of("<|endoftext|>", "Ġhaus", "haus", ",", "Ð¶", "Ã", "Ġunvergleichlich");

    private static final List<String> SOURCE = List.of("<|endoftext|>", "Ġhaus", ",");

    @TempDir Path folder;

    private final TokenCounts counts = TokenCounts.of(new long[] {0, 5, 2, 9, 0, 1, 0});

    @Test
    void groupsByScriptTheLargestFirst() throws IOException {
        assertThat(parts(Grouping.SCRIPT))
                .containsExactly(
                        new Part("LATIN", 4, 2, 2, 7, 5),
                        new Part("CYRILLIC", 1, 0, 0, 0, 0),
                        new Part("bytes", 1, 0, 0, 1, 0),
                        new Part("no letter", 1, 1, 1, 9, 9));
    }

    @Test
    void groupsByLength() throws IOException {
        assertThat(parts(Grouping.LENGTH))
                .containsExactly(
                        new Part("1", 3, 1, 1, 10, 9),
                        new Part("4–5", 2, 1, 1, 7, 5),
                        new Part("9 and more", 2, 1, 1, 0, 0));
    }

    @Test
    void groupsByThePlaceInAWord() throws IOException {
        assertThat(parts(Grouping.WORD_START))
                .containsExactly(
                        new Part("STARTS", 2, 1, 1, 5, 5),
                        new Part("CONTINUES", 2, 0, 0, 2, 0),
                        new Part("NO_LETTER", 1, 1, 1, 9, 9),
                        new Part("BYTES", 1, 0, 0, 1, 0),
                        new Part("SPECIAL", 1, 1, 1, 0, 0));
    }

    @Test
    void groupsByFrequency() throws IOException {
        assertThat(parts(Grouping.FREQUENCY))
                .containsExactly(
                        new Part("TOP_100", 4, 2, 2, 17, 14), new Part("ABSENT", 3, 1, 1, 0, 0));
    }

    @Test
    void countsBothSidesWhereTokensAreTheSameSourceToken() throws IOException {
        var source =
                Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("s"), List.of("haus")));
        var target =
                Vocabulary.read(
                        TokenizerFolder.byteLevel(
                                folder.resolve("t"), List.of("haus", "Haus", "ĠHAUS", "wohnung")));
        var overlap = Overlap.of(source, target, Matching.FUZZY);
        assertThat(overlap.sharedOfTarget()).isEqualTo(3);
        assertThat(overlap.sharedOfSource()).isEqualTo(1);
        var none = TokenCounts.of(new long[0]);
        assertThat(VocabularyBreakdown.of(Grouping.SCRIPT, target, none).parts(overlap, none))
                .containsExactly(new Part("LATIN", 4, 3, 1, 0, 0));
    }

    @Test
    void measuresATokenInTheCharactersThatItReadsAs() throws IOException {
        var target = Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("b"), TARGET));
        // <|endoftext|>, ·haus, haus, ",", ж, a byte, ·unvergleichlich
        assertThat(IntStream.range(0, TARGET.size()).map(target::length))
                .containsExactly(13, 4, 4, 1, 1, 1, 15);
    }

    @Test
    void ranksByCountAndEquallyFrequentTokensById() {
        // ids 0 to 10,999; the higher the id, the more frequent, but for the first two
        TokenCounts many =
                TokenCounts.of(LongStream.range(0, 11_000).map(id -> Math.max(1, id)).toArray());
        assertThat(many.frequency(10_999)).isEqualTo(FrequencyClass.TOP_100);
        assertThat(many.frequency(10_900)).isEqualTo(FrequencyClass.TOP_100);
        assertThat(many.frequency(10_899)).isEqualTo(FrequencyClass.TOP_1000);
        assertThat(many.frequency(9_999)).isEqualTo(FrequencyClass.TOP_10000);
        assertThat(many.frequency(999)).isEqualTo(FrequencyClass.RARER);
        assertThat(many.frequency(20_000)).isEqualTo(FrequencyClass.ABSENT);
        assertThat(many.distinct()).isEqualTo(11_000);
    }

    private List<Part> parts(Grouping by) throws IOException {
        var source = Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("a"), SOURCE));
        var target = Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("b"), TARGET));
        return VocabularyBreakdown.of(by, target, counts)
                .parts(Overlap.of(source, target, Matching.EXACT), counts);
    }
}
