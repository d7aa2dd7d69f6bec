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
        if (token.special()) {
            return TokenKind.SPECIAL;
        }
        return sourceId < 0 ? TokenKind.MISSING : TokenKind.ANCHOR;
    }
}
