package org.clpworkbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.data.DataStatistics.Coverage;
import org.clpworkbench.data.DataStatistics.Quantile;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class StatisticsCountTest {
    /// Documents of 1 to 20 tokens, 210 in all. Token 0 stands 20 times, once a document, token 1
    /// in the 19 longer ones … so the ten most frequent are 20 + 19 + … + 11 = 155 of 210.
    @Test
    void countsLengthsAndCoverage() {
        var count = new StatisticsCount(100);
        for (int length = 20; length >= 1; length--) {
            int[] ids = new int[length];
            Arrays.setAll(ids, i -> i);
            count.add(ids, false);
        }
        DataStatistics result = count.result();

        assertThat(result.documents()).isEqualTo(20);
        assertThat(result.tokens()).isEqualTo(210);
        assertThat(result.distinct()).isEqualTo(20);
        // nearest rank: ⌈0.05 × 20⌉ = 1, ⌈0.25 × 20⌉ = 5, 10, 15, 19, 20
        assertThat(result.lengths())
                .containsExactly(
                        new Quantile(0, 1),
                        new Quantile(0.05, 1),
                        new Quantile(0.25, 5),
                        new Quantile(0.5, 10),
                        new Quantile(0.75, 15),
                        new Quantile(0.95, 19),
                        new Quantile(1, 20));
        assertThat(result.coverage())
                .containsExactly(new Coverage(10, 155.0 / 210), new Coverage(100, 1));
    }

    @Test
    void countsALongDocumentOnce() {
        var count = new StatisticsCount(10);
        count.add(new int[] {1, 2, 3}, false);
        count.add(new int[] {4, 5}, true);
        count.add(new int[] {6}, false);
        DataStatistics result = count.result();

        assertThat(result.documents()).isEqualTo(2);
        assertThat(result.tokens()).isEqualTo(6);
        assertThat(result.lengths()).startsWith(new Quantile(0, 1)).endsWith(new Quantile(1, 5));
    }

    @Test
    void countsCharactersOfEveryLength() {
        String text = "aé漢🐕 ω\u0301 б";
        var counts = new TextCounts();
        counts.add(text);

        assertThat(counts.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(counts.characters()).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(counts.words()).isEqualTo(3);
        assertThat(counts.letters(Character.UnicodeScript.LATIN)).isEqualTo(2);
        assertThat(counts.letters(Character.UnicodeScript.HAN)).isEqualTo(1);
        assertThat(counts.letters(Character.UnicodeScript.GREEK)).isEqualTo(1);
    }

    @Test
    void remembersEveryDocument() {
        var seen = new SeenTexts();
        for (int turn = 0; turn < 2; turn++) {
            for (int text = 0; text < 20_000; text++) {
                assertThat(seen.add(TextDigest.of("text " + text))).isEqualTo(turn == 0);
            }
        }
        assertThat(seen.add(new TextDigest(0, 0))).isTrue();
        assertThat(seen.add(new TextDigest(0, 0))).isFalse();
    }
}
