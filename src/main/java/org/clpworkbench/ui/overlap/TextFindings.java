package org.clpworkbench.ui.overlap;

import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.CountedText;
import org.clpworkbench.vocab.Fertility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What both tokenizers make of a text, and what of that is shared by one matching rule.
record TextFindings(Count count, Fertility source, Fertility helper, TokensOnShow tokens) {
    private static final long MOST_BYTES = 20_000_000;

    /// A text cut by both tokenizers, which no matching rule changes.
    record Count(Path text, CountedText counted) {
        static Count of(Path text, ComparedPair pair, Progress progress) throws IOException {
            progress.stage("Cutting the text with both tokenizers");
            return new Count(
                    text,
                    CountedText.read(text, MOST_BYTES, pair.source(), pair.helper(), progress));
        }

        /// Whether the text was read to its end.
        boolean whole() {
            return counted.whole();
        }
    }

    static TextFindings of(Count count, OverlapFindings with) {
        CountedText counted = count.counted();
        return new TextFindings(
                count,
                Fertility.ofSource(counted, with.overlap(), id -> with.helperIds().get(id) >= 0),
                Fertility.ofTarget(counted, with.overlap()),
                TokensOnShow.of(with.pair(), with.overlap(), Optional.of(counted.target())));
    }
}
