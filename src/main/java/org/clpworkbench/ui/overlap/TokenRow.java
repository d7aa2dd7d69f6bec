package org.clpworkbench.ui.overlap;

import org.clpworkbench.ui.common.TokenKind;

/// A token of the helper in the table.
///
/// @param display as a person reads it ("·Haus")
/// @param raw as the tokenizer's file spells it ("ĠHaus")
/// @param sourceId its id in the source, -1 when it is missing there
/// @param inText how often it stands in the text, -1 when none was counted
record TokenRow(int id, String display, String raw, int sourceId, TokenKind kind, long inText) {
    /// In characters as displayed.
    int length() {
        return display.codePointCount(0, display.length());
    }
}
