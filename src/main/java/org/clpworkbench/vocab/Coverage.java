package org.clpworkbench.vocab;

import java.util.regex.Pattern;

/// What the overlap means for a sample of running text.
///
/// @param words white-space separated words of the sample
/// @param sourceTokens tokens under the source's tokenizer
/// @param targetTokens tokens under the target's tokenizer
/// @param anchorTokens those of the target tokens that are anchors
public record Coverage(long words, long sourceTokens, long targetTokens, long anchorTokens) {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    public static Coverage of(
            String text, ModelTokenizer source, ModelTokenizer target, Overlap overlap) {
        int[] tokens = target.encode(text);
        long anchors = 0;
        for (int id : tokens) {
            anchors += overlap.sourceOf(id).isPresent() ? 1 : 0;
        }
        long words = text.isBlank() ? 0 : WHITE_SPACE.splitAsStream(text.strip()).count();
        return new Coverage(words, source.encode(text).length, tokens.length, anchors);
    }

    public double sourceTokensPerWord() {
        return (double) sourceTokens / Math.max(1, words);
    }

    public double targetTokensPerWord() {
        return (double) targetTokens / Math.max(1, words);
    }

    /// The share of running target tokens that are anchors, 0 to 1.
    public double anchorShare() {
        return (double) anchorTokens / Math.max(1, targetTokens);
    }
}
