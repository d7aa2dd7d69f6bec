package org.clpworkbench.hub;

import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

import java.util.Optional;

/// A secret that stands for somebody's account on the Hub. It shows itself nowhere: not in texts
/// that are made of it, not in JSON.
public final class HubToken {
    private static final String HIDDEN = "[token]";

    private final String secret;

    private HubToken(String secret) {
        this.secret = secret;
    }

    /// What somebody gave or a file holds, without the space and line ends around it; empty when
    /// there is nothing else.
    ///
    /// @throws IllegalArgumentException when it cannot be a token, without saying what it is
    public static Optional<HubToken> of(String given) {
        String clean = given.replace("\r", "").replace("\n", "").strip();
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        if (!clean.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ToldArgumentException(Sentence.of(HubToken.class, "token.none"));
        }
        return Optional.of(new HubToken(clean));
    }

    /// For the one header that it is sent in, and the one file that it is kept in.
    String secret() {
        return secret;
    }

    /// A text of a server's without the token, should it be in it.
    String hiddenIn(String text) {
        return text.replace(secret, HIDDEN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HubToken token && token.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
