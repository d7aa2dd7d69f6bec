package org.clpworkbench.transfer;

import org.clpworkbench.transfer.TransferReport.TextCoverage;
import org.clpworkbench.vocab.CoverageBreakdown;
import org.clpworkbench.vocab.ModelTokenizer;
import org.clpworkbench.vocab.Overlap;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The beginning of a text file: enough for what is counted in it, however long the file is.
record SampleText(String text) {
    private static final int CHARACTERS = 4_000_000;
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
            throw new TransferException(
                    file.get() + " is not UTF-8; convert it, or choose another text.");
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
            int[] tokens = tokenizer.encode(text);
            long anchors =
                    Arrays.stream(tokens).filter(id -> overlap.sourceOf(id).isPresent()).count();
            return Optional.of(
                    new TextCoverage(
                            tokens.length,
                            tokens.length == 0 ? 0 : (double) anchors / tokens.length,
                            CoverageBreakdown.byScript(tokens, overlap),
                            CoverageBreakdown.byLength(tokens, overlap)));
        }
    }
}
