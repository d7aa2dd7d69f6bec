package org.clpworkbench.vocab;

/// What the overlap means for a sample of running text.
///
/// @param words white-space separated words of the sample
/// @param sourceTokens tokens under the source's tokenizer
/// @param targetTokens tokens under the target's tokenizer
/// @param anchorTokens those of the target tokens that are anchors
public record Coverage(long words, long sourceTokens, long targetTokens, long anchorTokens) {
    public static Coverage of(
            String text, ModelTokenizer source, ModelTokenizer target, Overlap overlap) {
        throw new UnsupportedOperationException("skeleton");
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
