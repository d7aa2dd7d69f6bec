package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.vocab.CoverageBreakdown.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class CoverageBreakdownTest {
    @TempDir Path folder;

    @Test
    void countsRunningTokensByScriptAndLength() throws IOException {
        // "haus" and "," are shared; "Ð¶" is ж in GPT-2's byte alphabet
        var overlap = overlap(List.of("haus", ","), List.of("haus", ",", "wohnung", "Ð¶"));
        int[] text = {0, 0, 1, 2, 3};
        assertThat(CoverageBreakdown.byScript(text, overlap))
                .containsExactlyInAnyOrder(
                        new Part("LATIN", 3, 2),
                        new Part("no letter", 1, 1),
                        new Part("CYRILLIC", 1, 0));
        assertThat(CoverageBreakdown.byLength(text, overlap))
                .containsExactlyInAnyOrder(
                        new Part("1", 2, 1), new Part("4–5", 2, 2), new Part("6–8", 1, 0));
    }

    @Test
    void saysByWhichRuleAnchorsWereFound() throws IOException {
        var source = List.of("Haus", "Ġund", "ja");
        var target = List.of("haus", "Ġund", "ja", "Ja", "nein");
        var rules = AnchorRules.of(overlap(source, target, Matching.FUZZY));
        // "Ġund" and "ja" are the same string; "haus" and "Ja" only but for case; "ja" serves twice
        assertThat(rules).isEqualTo(new AnchorRules(0, 2, 0, 2, 2));
        var canonical = AnchorRules.of(overlap(source, target, Matching.CANONICAL));
        assertThat(canonical).isEqualTo(new AnchorRules(0, 2, 0, 0, 0));
    }

    private Overlap overlap(List<String> source, List<String> target) throws IOException {
        return overlap(source, target, Matching.EXACT);
    }

    private Overlap overlap(List<String> source, List<String> target, Matching matching)
            throws IOException {
        Path a = folder.resolve("source-" + matching);
        Path b = folder.resolve("target-" + matching);
        TokenizerFolder.byteLevel(a, source);
        TokenizerFolder.byteLevel(b, target);
        return Overlap.of(Vocabulary.read(a), Vocabulary.read(b), matching);
    }
}
