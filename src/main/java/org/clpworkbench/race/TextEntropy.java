package org.clpworkbench.race;

/// What knowing nothing of a text's order costs, in nats per token.
///
/// @param uniform every token of the vocabulary as likely as every other: ln|T|
/// @param unigram every token as likely as it is frequent in this very text: its entropy
public record TextEntropy(double uniform, double unigram) implements ComparisonLine {
    /// @param tokens of the text
    /// @param vocabularySize |T|
    static TextEntropy of(int[] tokens, int vocabularySize) {
        long[] counts = new long[vocabularySize];
        for (int id : tokens) {
            counts[id]++;
        }
        double entropy = 0;
        for (long count : counts) {
            double share = (double) count / Math.max(1, tokens.length);
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return new TextEntropy(Math.log(vocabularySize), entropy);
    }
}
