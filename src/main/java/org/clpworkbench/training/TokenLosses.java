package org.clpworkbench.training;

/// What a model made of some tokens.
///
/// @param nats sum of the losses
/// @param hits tokens that it held likeliest
public record TokenLosses(double nats, long hits, long tokens) {
    TokenLosses plus(TokenLosses other) {
        return new TokenLosses(nats + other.nats, hits + other.hits, tokens + other.tokens);
    }

    /// Nats per token; NaN for no tokens.
    public double loss() {
        return nats / tokens;
    }

    /// Tokens held likeliest as a share of all, 0 to 1; NaN for no tokens.
    public double accuracy() {
        return (double) hits / tokens;
    }
}
