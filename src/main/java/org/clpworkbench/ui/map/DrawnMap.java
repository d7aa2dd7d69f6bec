package org.clpworkbench.ui.map;

import org.clpworkbench.projection.Projection;
import org.clpworkbench.projection.ProjectionSpec;

import java.util.List;

/// A map that was made, and of what.
///
/// @param tokens as many as there are points
record DrawnMap(
        MapModel model, ProjectionSpec spec, Projection projection, List<MapToken> tokens) {}
