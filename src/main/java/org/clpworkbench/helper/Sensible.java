package org.clpworkbench.helper;

import org.clpworkbench.data.TextSample;

/// What suits a text and a size when nobody says otherwise.
public final class Sensible {
    /// Times that a text may be read: beyond, hardly anything more is learned from it (Muennighoff
    /// et al. 2023, Scaling Data-Constrained Language Models).
    public static final int MOST_PASSES = 16;

    /// Tokens for each parameter that make the best of a computation (Hoffmann et al. 2022,
    /// Training Compute-Optimal Large Language Models).
    public static final int TOKENS_PER_PARAMETER = 20;

    /// Bytes of text for each token of the vocabulary: about 50 times that it is seen.
    private static final int BYTES_PER_VOCABULARY_TOKEN = 200;

    private static final int SMALLEST_VOCABULARY = 1000;
    private static final int USUAL_VOCABULARY = 16_000;
    private static final int FEWEST_STEPS = 100;

    private Sensible() {}

    /// Tokens of a vocabulary for so much text, in thousands: 1,000 to 16,000.
    public static int vocabulary(TextSample text) {
        long thousands = text.bytes() / BYTES_PER_VOCABULARY_TOKEN / 1000;
        return Math.clamp(thousands * 1000, SMALLEST_VOCABULARY, USUAL_VOCABULARY);
    }

    /// Steps after which a model has seen enough of a text, to two digits, at least 100.
    ///
    /// @param perStep tokens that a step reads
    public static int steps(long parameters, TextMeasure text, long perStep) {
        double tokens =
                Math.min((double) TOKENS_PER_PARAMETER * parameters, MOST_PASSES * text.tokens());
        return Math.max(FEWEST_STEPS, twoDigits(tokens / perStep));
    }

    private static int twoDigits(double number) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1));
        return (int) Math.min(Integer.MAX_VALUE, Math.round(number / unit) * unit);
    }
}
