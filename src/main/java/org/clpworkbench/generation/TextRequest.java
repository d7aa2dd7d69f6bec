package org.clpworkbench.generation;

import org.clpworkbench.lm.Sampling;

/// What a model is to continue.
///
/// @param tokens it writes, at most: a token that ends a text ends it too
public record TextRequest(String prompt, int tokens, Sampling sampling) {
    public TextRequest {
        if (tokens < 1) {
            throw new IllegalArgumentException(
                    "The new tokens must be at least 1, not " + tokens + ".");
        }
    }
}
