package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.transfer.TransferReport.CoveredKind;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenizerFolder;
import org.clpworkbench.vocab.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class SampleTextTest {
    @TempDir Path folder;

    @Test
    void tellsWhatAnchorsCoverByScriptAndLength() throws IOException {
        Path source = TokenizerFolder.byteLevel(folder.resolve("source"), List.of("a", ","));
        Path helper =
                TokenizerFolder.byteLevel(folder.resolve("helper"), List.of(",", "b", "a", "z"));
        var overlap = Overlap.of(Vocabulary.read(source), Vocabulary.read(helper), Matching.EXACT);
        var covered = new SampleText("aab,").coverage(overlap, helper).orElseThrow();
        assertThat(covered.tokens()).isEqualTo(4);
        assertThat(covered.share()).isEqualTo(0.75);
        // "a" twice and "b", and the comma; "z" is not in the text
        assertThat(covered.byScript())
                .containsExactly(
                        new CoveredKind("LATIN", 3, 2), new CoveredKind("no letter", 1, 1));
        assertThat(covered.byLength()).containsExactly(new CoveredKind("1", 4, 3));
        assertThat(new SampleText(" ").coverage(overlap, helper)).isEmpty();
    }
}
