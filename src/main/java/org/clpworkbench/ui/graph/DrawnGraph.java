package org.clpworkbench.ui.graph;

import java.util.Map;

/// An exploration, what it shows, and where each of its tokens stands.
public record DrawnGraph(Exploration state, TokenPicture picture, Map<Integer, Place> places) {
    public DrawnGraph {
        places = Map.copyOf(places);
    }

    /// Computes the places; the same for the same state, every time.
    public static DrawnGraph of(Exploration state, TokenPicture picture) {
        return new DrawnGraph(state, picture, state.layout().places(picture, state.pins()));
    }
}
