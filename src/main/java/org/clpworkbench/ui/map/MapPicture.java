package org.clpworkbench.ui.map;

import java.util.List;

/// What the map shows.
///
/// @param x by token
/// @param y by token
record MapPicture(List<MapToken> tokens, float[] x, float[] y, Grouping grouping) {
    int size() {
        return x.length;
    }

    MapToken token(int point) {
        return tokens.get(point);
    }
}
