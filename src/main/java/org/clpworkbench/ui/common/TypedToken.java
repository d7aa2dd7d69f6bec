package org.clpworkbench.ui.common;

import java.util.Locale;

/// What somebody types to find tokens by a part of them. A space is the `·` that tokens are shown
/// with, so that one in front asks for the beginning of a word; those behind mean nothing.
///
/// @param part of a token as it is shown, in lower case; empty for all
public record TypedToken(String part) {
    public TypedToken {
        String typed = part.isBlank() ? part : part.stripTrailing();
        part = typed.replace(' ', '·').toLowerCase(Locale.ROOT);
    }

    /// @param display a token as it is shown
    public boolean isIn(String display) {
        return part.isEmpty() || display.toLowerCase(Locale.ROOT).contains(part);
    }
}
