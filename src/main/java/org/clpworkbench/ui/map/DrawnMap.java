package org.clpworkbench.ui.map;

import org.clpworkbench.projection.Projection;
import org.clpworkbench.projection.ProjectionSpec;

import java.util.List;

/// A map that was made, and of what.
///
/// @param tokens as many as there are points
/// @param kept whether it lies in the workspace, to be shown at once the next time
record DrawnMap(
        MapModel model,
        ProjectionSpec spec,
        Projection projection,
        List<MapToken> tokens,
        boolean kept) {
    /// Whether a token's point has the same number in both.
    boolean numberedLike(DrawnMap other) {
        return model.equals(other.model) && tokens.size() == other.tokens.size();
    }
}
