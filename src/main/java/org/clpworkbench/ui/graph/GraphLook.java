package org.clpworkbench.ui.graph;

import java.util.function.Predicate;

/// What of a graph is drawn in a special way.
///
/// @param selected the token that keys act on
/// @param hovered the one under the mouse; {@link #NONE} for none
/// @param sought tells the tokens that somebody searches for
record GraphLook(int selected, int hovered, Predicate<TokenNode> sought) {
    /// In place of a token.
    static final int NONE = -1;

    GraphLook withSelected(int id) {
        return new GraphLook(id, hovered, sought);
    }

    GraphLook withHovered(int id) {
        return new GraphLook(selected, id, sought);
    }

    GraphLook withSought(Predicate<TokenNode> next) {
        return new GraphLook(selected, hovered, next);
    }
}
