package org.clpworkbench.ui.common;

import java.util.Locale;

/// What a token is to the transfer. Each kind has a colour in the stylesheet and, since colour
/// alone says nothing to many, a shape.
public enum TokenKind {
    ANCHOR("●"),
    MISSING("◆"),
    SPECIAL("■"),
    FALLBACK("▲"),
    SOURCE_ONLY("○");

    private final String symbol;

    TokenKind(String symbol) {
        this.symbol = symbol;
    }

    /// Of a token of the helper. One that the source does not have is missing, special or not: its
    /// row is made like any other.
    public static TokenKind of(boolean special, boolean inSource) {
        if (!inSource) {
            return MISSING;
        }
        return special ? SPECIAL : ANCHOR;
    }

    public String symbol() {
        return symbol;
    }

    /// The kind's word for people: "anchor".
    public String word() {
        return Texts.of(TokenKind.class).get("kind." + styleClass());
    }

    /// "● anchor".
    public String wordWithSymbol() {
        return symbol + " " + word();
    }

    /// The name of its style class.
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
