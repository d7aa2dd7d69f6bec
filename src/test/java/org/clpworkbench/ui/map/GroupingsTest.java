package org.clpworkbench.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.ui.common.Texts;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

class GroupingsTest {
    private final Texts texts = Texts.of(MapView.class);
    private final Groupings groupings = new Groupings(texts);

    private static List<MapToken> tokens(TokenStanding standing, String... scripts) {
        var tokens = new ArrayList<MapToken>();
        for (String script : scripts) {
            tokens.add(new MapToken(tokens.size(), "x", "x", standing, script, 0));
        }
        return tokens;
    }

    @Test
    void tellsScriptsByTheFirstLetter() {
        var scripts = new TokenScripts(texts);
        assertThat(scripts.of("·Haus")).isEqualTo("Latin");
        assertThat(scripts.of("7дом")).isEqualTo("Cyrillic");
        assertThat(scripts.of("東京")).isEqualTo("Han");
        assertThat(scripts.of("カタカナー")).isEqualTo("Katakana");
        assertThat(scripts.of("1984")).isEqualTo("digits");
        assertThat(scripts.of("·--")).isEqualTo("signs");
        assertThat(scripts.of("⟨0xE2⟩")).isEqualTo("signs");
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
                        groupings.byFrequency(5000, new int[0]),
                        groupings.byScript(tokens(TokenStanding.ALONE, "A", "B", "C")),
                        groupings.byStanding(tokens(TokenStanding.ANCHOR, "A")))) {
            var shapes = new HashSet<MapShape>();
            grouping.groups().forEach(group -> shapes.add(group.shape()));
            assertThat(shapes).hasSameSizeAs(grouping.groups());
        }
    }

    @Test
    void ranksByCountAndPutsWhatNeverComesLast() {
        // 1,024 tokens that come: bands end at 1, 4, 16, 64, 256, 1,024
        int[] counts = new int[1100];
        for (int token = 0; token < 1024; token++) {
            counts[token + 76] = token + 1;
        }
        Grouping grouping = groupings.byFrequency(1100, counts);
        assertThat(grouping.groups())
                .extracting(MapGroup::count)
                .containsExactly(1, 3, 12, 48, 192, 768, 76);
        assertThat(grouping.of()[1099]).as("the most frequent").isEqualTo((byte) 0);
        assertThat(grouping.of()[0]).as("one that never comes").isEqualTo((byte) 6);
        assertThat(grouping.groups().get(1).word()).isEqualTo("rank 2 to 4");
    }

    @Test
    void ranksByIdWithoutCounts() {
        Grouping grouping = groupings.byFrequency(1024, new int[0]);
        assertThat(grouping.of()[0]).isEqualTo((byte) 0);
        assertThat(grouping.of()[3]).isEqualTo((byte) 1);
        assertThat(grouping.of()[1023]).isEqualTo((byte) 5);
        assertThat(grouping.groups().getLast().count()).isZero();
    }
}
