package org.clpworkbench.ui.neighbours;

import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.TokenKind;

/// A token of the helper as the screen names it.
record TokenReference(int id, String display, String raw, TokenKind kind) {
    /// As it is put into sentences.
    String inSentence() {
        return Isolated.of(display);
    }
}
