package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.CountedText;
import org.clpworkbench.vocab.Fertility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What both tokenizers make of a text.
///
/// @param whole whether the text was read to its end
record TextFindings(
        Path text, boolean whole, Fertility source, Fertility helper, TokensOnShow tokens) {
    private static final long MOST_BYTES = 20_000_000;

    static TextFindings of(Path text, OverlapFindings with, Progress progress) throws IOException {
        progress.stage("Cutting the text with both tokenizers");
        CountedText counted =
                CountedText.read(
                        text, MOST_BYTES, with.sourceTokenizer(), with.helperTokenizer(), progress);
        progress.checkCancelled();
        return new TextFindings(
                text,
                counted.whole(),
                Fertility.ofSource(counted, with.overlap(), id -> with.helperIds().get(id) >= 0),
                Fertility.ofTarget(counted, with.overlap()),
                TokensOnShow.of(with.overlap(), with.byRule(), Optional.of(counted.target())));
    }
}
