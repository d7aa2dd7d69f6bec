package org.clpworkbench.wordvectors;

/// How skip-gram vectors are trained.
///
/// @param dimensions of a vector
/// @param epochs passes over the text
/// @param minCount occurrences below which a token gets no vector
/// @param negatives tokens drawn against each token of a context
/// @param window tokens to each side, at most: the width is drawn anew for each place
/// @param subsample frequency above which occurrences are left out, the more the more frequent
///   (Mikolov et al. 2013, as fastText computes it); 0 leaves out none
/// @param learningRate at the start; it falls to 0 in a straight line
public record VectorSpec(
        int dimensions,
        int epochs,
        int minCount,
        int negatives,
        int window,
        double subsample,
        double learningRate,
        long seed) {

    public VectorSpec {
        require(dimensions >= 1 && dimensions <= 4096, "dimensions", dimensions, "1 to 4096");
        require(epochs >= 1 && epochs <= 1000, "epochs", epochs, "1 to 1000");
        require(minCount >= 1, "min count", minCount, "1 or more");
        require(negatives >= 1 && negatives <= 1000, "negatives", negatives, "1 to 1000");
        require(window >= 1 && window <= 1000, "window", window, "1 to 1000");
        require(subsample >= 0 && subsample <= 1, "subsample", subsample, "0 to 1");
        require(learningRate > 0 && learningRate <= 1, "learning rate", learningRate, "0 to 1");
    }

    /// For tokens: FOCUS's released settings, with fastText's defaults where it names none.
    public static VectorSpec ofTokens(long seed) {
        return new VectorSpec(100, 3, 10, 10, 5, 1e-4, 0.05, seed);
    }

    /// For words: fastText's defaults, with WECHSEL's negatives and twice as many epochs, which on
    /// a few megabytes of text put more translations nearest (see
    /// docs/adr/006-own-static-vectors.md).
    public static VectorSpec ofWords(long seed) {
        return new VectorSpec(100, 10, 5, 10, 5, 1e-4, 0.05, seed);
    }

    private static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Vectors cannot be trained with %s %s; choose %s."
                            .formatted(name, value, range));
        }
    }
}
