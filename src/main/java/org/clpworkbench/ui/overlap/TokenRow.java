package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;

/// A token of the helper in the table.
///
/// @param sourceId its id in the source, -1 when it is missing there
/// @param inText how often it stands in the text, -1 when none was counted
record TokenRow(HelperToken token, int sourceId, long inText) {
    int id() {
        return token.id();
    }

    String display() {
        return token.display();
    }

    String raw() {
        return token.raw();
    }

    int length() {
        return token.length();
    }

    TokenKind kind() {
        return TokenKind.of(token.special(), sourceId >= 0);
    }

    /// Whether it counts as one of a kind: a special token that both have is an anchor too, as in
    /// the counts of the whole vocabulary.
    boolean is(TokenKind wanted) {
        return switch (wanted) {
            case ANCHOR -> sourceId >= 0;
            case MISSING -> sourceId < 0;
            case SPECIAL -> token.special();
            case FALLBACK, SOURCE_ONLY -> false;
        };
    }
}
