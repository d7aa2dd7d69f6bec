package org.clpworkbench.ui.neighbours;

import org.clpworkbench.ui.common.TokenKind;

/// A token of the helper as the screen names it.
record TokenReference(int id, String display, String raw, TokenKind kind) {}
