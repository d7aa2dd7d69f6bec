package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenKind;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.TokenizerFolder;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

class GroupingsTest {
    @TempDir Path folder;
    private final Texts texts = Texts.of(MapView.class);
    private final Groupings groupings = new Groupings(texts);

    private static List<MapToken> tokens(TokenStanding standing, String... scripts) {
        var tokens = new ArrayList<MapToken>();
        for (String script : scripts) {
            tokens.add(new MapToken(tokens.size(), "x", standing, script, 0));
        }
        return tokens;
    }

    @Test
    void tellsScriptsByTheFirstLetter() throws IOException {
        List<String> tokens = List.of("▁Haus", "7дом", "東京", "カタカナー", "1984", "▁--", "<0xE2>", "ー");
        Vocabulary vocabulary = Vocabulary.read(TokenizerFolder.sentencePiece(folder, tokens));
        var scripts = new TokenScripts(texts);
        assertThat(IntStream.range(0, tokens.size()))
                .extracting(id -> scripts.of(vocabulary, id))
                .containsExactly(
                        "Latin",
                        "Cyrillic",
                        "Han",
                        "Katakana",
                        "digits",
                        "signs",
                        "signs",
                        "signs");
    }

    @Test
    void putsRareScriptsTogether() {
        var many = tokens(TokenStanding.MISSING, "A", "B", "B", "C", "D", "E", "F", "G", "H", "H");
        Grouping grouping = groupings.byScript(many);
        assertThat(grouping.groups()).extracting(MapGroup::word).startsWith("B", "H", "A");
        assertThat(grouping.groups().getLast().word()).isEqualTo("other scripts");
        assertThat(grouping.groups().getLast().count()).isEqualTo(2);
        assertThat(grouping.of()[7]).isEqualTo((byte) 6);
    }

    @Test
    void givesEveryGroupAShapeOfItsOwn() {
        for (Grouping grouping :
                List.of(
                        groupings.byId(5000),
                        groupings.byScript(tokens(TokenStanding.ALONE, "A", "B", "C")),
                        groupings.byStanding(tokens(TokenStanding.ANCHOR, "A")))) {
            var shapes = new HashSet<MapShape>();
            grouping.groups().forEach(group -> shapes.add(group.shape()));
            assertThat(shapes).hasSameSizeAs(grouping.groups());
        }
    }

    @Test
    void hasTheSignsThatTokensHaveOnEveryScreen() {
        assertThat(signs(TokenStanding.ANCHOR)).isEqualTo(signs(TokenKind.ANCHOR));
        assertThat(signs(TokenStanding.MISSING)).isEqualTo(signs(TokenKind.MISSING));
        assertThat(signs(TokenStanding.ALONE)).isEqualTo(signs(TokenKind.SOURCE_ONLY));
        assertThat(signs(TokenStanding.SPECIAL)).isEqualTo(signs(TokenKind.SPECIAL));
    }

    private static String signs(TokenStanding standing) {
        return standing.shape().symbol() + " " + standing.ink();
    }

    private static String signs(TokenKind kind) {
        return kind.symbol() + " " + kind.name();
    }

    @Test
    void ranksByCountAndPutsWhatNeverComesLast() {
        // 1,024 tokens that come: bands end at 1, 4, 16, 64, 256, 1,024
        long[] counts = new long[1100];
        for (int token = 0; token < 1024; token++) {
            counts[token + 76] = token + 1L;
        }
        Grouping grouping = groupings.byCount(1100, TokenCounts.of(counts));
        assertThat(grouping.groups())
                .extracting(MapGroup::count)
                .containsExactly(1, 3, 12, 48, 192, 768, 76);
        assertThat(grouping.of()[1099]).as("the most frequent").isEqualTo((byte) 0);
        assertThat(grouping.of()[0]).as("one that never comes").isEqualTo((byte) 6);
        assertThat(grouping.groups().get(1).word()).isEqualTo("rank 2 to 4");
    }

    @Test
    void ranksByIdWithoutCounts() {
        Grouping grouping = groupings.byId(1024);
        assertThat(grouping.of()[0]).isEqualTo((byte) 0);
        assertThat(grouping.of()[3]).isEqualTo((byte) 1);
        assertThat(grouping.of()[1023]).isEqualTo((byte) 5);
        assertThat(grouping.groups().getLast().count()).isZero();
    }
}
