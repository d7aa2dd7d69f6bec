package org.clpworkbench.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class AnchorRulesTest {
    @TempDir Path folder;

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

    private Overlap overlap(List<String> source, List<String> target, Matching matching)
            throws IOException {
        Path a = folder.resolve("source-" + matching);
        Path b = folder.resolve("target-" + matching);
        TokenizerFolder.byteLevel(a, source);
        TokenizerFolder.byteLevel(b, target);
        return Overlap.of(Vocabulary.read(a), Vocabulary.read(b), matching);
    }
}
