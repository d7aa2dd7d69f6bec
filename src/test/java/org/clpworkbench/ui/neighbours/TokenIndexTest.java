package org.clpworkbench.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.transfer.RowOrigin;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;

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

    @Test
    void offersWholeWordsThatTheSourceDoesNotKnow() {
        assertThat(index.examples(4))
                .hasSize(4)
                .allMatch(token -> token.kind() == TokenKind.MISSING)
                .allMatch(token -> overlap.sourceOf(token.id()).isEmpty())
                .isSortedAccordingTo(Comparator.comparingInt(TokenReference::id));
    }
}
