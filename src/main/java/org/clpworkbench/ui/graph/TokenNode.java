package org.clpworkbench.ui.graph;

import org.clpworkbench.ui.common.TokenKind;

/// A token in a picture of neighbourhoods.
///
/// @param cosine to `hub`; 1 for the token in the middle
/// @param hub the token whose neighbour it is; for the one in the middle itself
/// @param expanded whether its own neighbours are shown
/// @param pinned whether it stands where somebody put it
public record TokenNode(
        int id,
        String label,
        TokenKind kind,
        double cosine,
        int hub,
        boolean expanded,
        boolean pinned) {}
