package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.transfer.RowOrigin;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenizerFolder;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class TokenIndexTest {
    @TempDir static Path folder;
    private static Overlap overlap;
    private static TokenIndex index;

    @BeforeAll
    static void readTheVocabularies() throws IOException {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder);
        overlap =
                Overlap.of(
                        Vocabulary.read(demo.source()),
                        Vocabulary.read(demo.helper()),
                        Matching.EXACT);
        index =
                new TokenIndex(
                        overlap.target(),
                        id ->
                                overlap.sourceOf(id).isPresent()
                                        ? RowOrigin.COPIED
                                        : RowOrigin.COMBINED);
    }

    @Test
    void findsTheWholeWordBeforeLongerOnes() {
        var found = index.like("haben", 12);
        assertThat(found.getFirst().display()).isIn("·haben", "haben");
        assertThat(found).allMatch(token -> token.display().toLowerCase().contains("haben"));
    }

    @Test
    void findsNothingForNothing() {
        assertThat(index.like("  ", 12)).isEmpty();
    }

    /// As large as vocabularies come; the text listener asks at each keystroke.
    @Test
    void findsTheBestOfAQuarterMillionWithoutPuttingAllInOrder() throws IOException {
        var words = IntStream.range(0, 250_000).mapToObj(TokenIndexTest::made).toList();
        var made = Vocabulary.read(TokenizerFolder.byteLevel(folder.resolve("made"), words));
        var large = new TokenIndex(made, _ -> RowOrigin.COMBINED);
        var all = large.like("e", 250_000);
        assertThat(all).hasSize(250_000);
        assertThat(all.getFirst().display()).isEqualTo("e0");
        assertThat(large.like("e", 12)).isEqualTo(all.subList(0, 12));
        assertThat(large.like("e13", 12)).isEqualTo(large.like("e13", 250_000).subList(0, 12));
        assertThat(shortest(() -> large.like("e", 12)))
                .isLessThan(shortest(() -> large.like("e", 250_000)) / 2);
    }

    /// Longer and shorter ones in turn: "e0", "eeeeeee1", "eeeeeeeeeeeee2", "eeeeee3".
    private static String made(int id) {
        return "e".repeat(1 + id * 6 % 13) + id;
    }

    /// Of five times, in nanoseconds.
    private static long shortest(Supplier<List<TokenReference>> asked) {
        return IntStream.range(0, 5)
                .mapToLong(
                        _ -> {
                            long began = System.nanoTime();
                            assertThat(asked.get()).isNotEmpty();
                            return System.nanoTime() - began;
                        })
                .min()
                .orElseThrow();
    }

    @Test
    void offersWholeWordsThatTheSourceDoesNotKnow() {
        assertThat(index.examples(4))
                .hasSize(4)
                .allMatch(token -> token.kind() == TokenKind.MISSING)
                .allMatch(token -> overlap.sourceOf(token.id()).isEmpty())
                .isSortedAccordingTo(Comparator.comparingInt(TokenReference::id));
    }
}
