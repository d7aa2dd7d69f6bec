package org.clpworkbench.data;

import org.clpworkbench.vocab.ModelTokenizer;

import java.io.IOException;
import java.util.SplittableRandom;

/// What a model learns to predict in a window of a text.
public sealed interface Objective permits NextToken, MaskedTokens {
    /// @param causal whether the model predicts what follows; else it fills masked places
    /// @throws IOException when masked tokens are predicted and the tokenizer has no mask
    static Objective of(boolean causal, ModelTokenizer tokenizer) throws IOException {
        return causal ? new NextToken() : MaskedTokens.of(tokenizer.vocabulary());
    }

    /// Tokens of the text that a window of `context` tokens shows.
    int shown(int context);

    /// Tokens of the text after those that it needs besides.
    int beyond();

    /// Tokens of the text that a window needs.
    default int needed(int context) {
        return shown(context) + beyond();
    }

    /// The windows of `tokens` that begin at `starts`.
    ///
    /// @param random draws what is predicted, where that is not everything
    Batch batch(Tokens tokens, long[] starts, int context, SplittableRandom random);
}
