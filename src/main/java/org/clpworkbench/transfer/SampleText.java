package org.clpworkbench.transfer;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.transfer.TransferReport.CoveredKind;
import org.clpworkbench.transfer.TransferReport.TextCoverage;
import org.clpworkbench.vocab.Grouping;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.TokenCounts;
import org.clpworkbench.vocab.Vocabulary;
import org.clpworkbench.vocab.VocabularyBreakdown;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The beginning of a text file: enough for what is counted in it, however long the file is.
record SampleText(String text) {
    static final int CHARACTERS = 4_000_000;
    private static final int EXCERPT = 20_000;

    /// Empty without a file.
    static SampleText of(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return new SampleText("");
        }
        char[] characters = new char[CHARACTERS];
        int count = 0;
        try (Reader reader = Files.newBufferedReader(file.get())) {
            for (int more = 0; more >= 0 && count < CHARACTERS; ) {
                count += more;
                more = reader.read(characters, count, CHARACTERS - count);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new TransferException(Sentence.of(SampleText.class, "text.notUtf8", file.get()));
        }
        return new SampleText(new String(characters, 0, count));
    }

    /// A shorter one still, for what is only looked at once.
    String excerpt() {
        return text.substring(0, Math.min(EXCERPT, text.length()));
    }

    /// What anchors cover of it; empty of an empty text.
    Optional<TextCoverage> coverage(Overlap overlap, Path helper) throws IOException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try (var tokenizer = ModelTokenizer.open(helper)) {
            Vocabulary target = overlap.target();
            var counts = TokenCounts.ofText(tokenizer.encode(text), target.idRange());
            List<CoveredKind> byScript = covered(Grouping.SCRIPT, overlap, counts);
            long anchors = byScript.stream().mapToLong(CoveredKind::anchors).sum();
            return Optional.of(
                    new TextCoverage(
                            counts.total(),
                            counts.total() == 0 ? 0 : (double) anchors / counts.total(),
                            byScript,
                            covered(Grouping.LENGTH, overlap, counts)));
        }
    }

    /// The groups that stand in the text.
    private static List<CoveredKind> covered(Grouping by, Overlap overlap, TokenCounts counts) {
        return VocabularyBreakdown.of(by, overlap.target(), counts).parts(overlap, counts).stream()
                .filter(part -> part.running() > 0)
                .map(part -> new CoveredKind(part.group(), part.running(), part.runningAnchors()))
                .toList();
    }
}
