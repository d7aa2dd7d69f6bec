package org.clpworkbench.wordvectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BilingualVectorsTest {
    private static final int WORDS = 80;
    private static final VectorSpec SPEC = new VectorSpec(10, 10, 1, 5, 2, 0, 0.05, 1);

    @TempDir Path folder;

    /// Word n stands near words n ± 1 to 3 in a ring, in both languages: `s` or `t`, then n.
    private static LanguageText side(String letter, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int sentence = 0; sentence < 6000; sentence++) {
            int centre = random.nextInt(WORDS);
            for (int word = 0; word < 6; word++) {
                int number = Math.floorMod(centre + random.nextInt(7) - 3, WORDS);
                text.append(letter).append(number).append(' ');
            }
            text.append('\n');
        }
        return new LanguageText(
                Text.of(text.toString()),
                word -> new int[] {Integer.parseInt(word.strip().substring(1))},
                id -> letter + id,
                WORDS);
    }

    private static boolean heldOut(int number) {
        return number % 4 == 3;
    }

    private Path dictionary(int pairs) throws Exception {
        String lines =
                IntStream.range(0, WORDS)
                        .filter(number -> !heldOut(number))
                        .limit(pairs)
                        .mapToObj(number -> "S%d\tt%d\n".formatted(number, number))
                        .collect(Collectors.joining());
        return Files.writeString(folder.resolve("pairs.tsv"), lines);
    }

    @Test
    void bringsWordsThatAreInNoPairNearTheirTranslation() throws Exception {
        var vectors =
                BilingualVectors.train(
                        side("s", 1), side("t", 2), dictionary(60), SPEC, Progress.unwatched());
        assertThat(vectors.quality().entries()).isEqualTo(60);
        assertThat(vectors.quality().known()).isEqualTo(60);
        int near = 0;
        for (int word = 0; word < WORDS; word++) {
            int best = 0;
            for (int other = 0; other < WORDS; other++) {
                if (cosine(vectors, word, other) > cosine(vectors, word, best)) {
                    best = other;
                }
            }
            int apart = Math.floorMod(best - word, WORDS);
            near += heldOut(word) && Math.min(apart, WORDS - apart) <= 3 ? 1 : 0;
        }
        // by chance a word's nearest would lie within 3 places for 7 / 80 of the 20 held out
        assertThat(near).isGreaterThanOrEqualTo(18);
    }

    private static double cosine(BilingualVectors vectors, int source, int target) {
        return StaticVectorsTest.cosine(vectors.source(), source, vectors.target(), target);
    }

    @Test
    void refusesADictionaryOfWhichTooFewPairsAreKnown() throws Exception {
        Path file = dictionary(19);
        assertThatThrownBy(
                        () ->
                                BilingualVectors.train(
                                        side("s", 1),
                                        side("t", 2),
                                        file,
                                        SPEC,
                                        Progress.unwatched()))
                .isInstanceOf(DictionaryException.class)
                .hasMessageContaining("Of the 19 pairs in " + file)
                .hasMessageContaining("need 20");
    }
}
