package org.clpworkbench.ui.map;

import org.clpworkbench.projection.Projection;
import org.clpworkbench.projection.ProjectionSpec;

import java.util.List;

/// A map that was made, and of what.
///
/// @param tokens as many as there are points
/// @param width of an embedding
/// @param kept whether it lies in the workspace, to be shown at once the next time
record DrawnMap(
        MapModel model,
        ProjectionSpec spec,
        Projection projection,
        List<MapToken> tokens,
        int width,
        boolean kept) {
    /// Whether a token's point has the same number in both.
    boolean numberedLike(DrawnMap other) {
        return model.equals(other.model) && tokens.size() == other.tokens.size();
    }

    /// The point of a token of the helper, -1 where the map does not have it.
    int pointOf(int helperId) {
        return tokens.stream()
                .filter(token -> token.helperId() == helperId)
                .mapToInt(MapToken::id)
                .findFirst()
                .orElse(-1);
    }
}
