package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The words of the kinds of tokens, looked up once: a table asks for them at every cell it shows.
final class KindWords {
    private static final Map<TokenKind, String> WORDS =
            Arrays.stream(TokenKind.values())
                    .collect(Collectors.toUnmodifiableMap(kind -> kind, TokenKind::word));

    private KindWords() {}

    static String of(TokenKind kind) {
        return WORDS.getOrDefault(kind, "");
    }

    static String withSymbol(TokenKind kind) {
        return kind.symbol() + " " + of(kind);
    }
}
