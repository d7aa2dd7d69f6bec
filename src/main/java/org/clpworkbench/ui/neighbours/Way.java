package org.clpworkbench.ui.neighbours;

/// What a token is looked at in.
enum Way {
    GRAPH,
    /// The spaces side by side.
    SPACES,
    /// Its mixture by two methods.
    EXPLAIN;

    /// The graph for a word that says none of them.
    static Way of(String word) {
        for (Way way : values()) {
            if (way.name().equals(word)) {
                return way;
            }
        }
        return GRAPH;
    }
}
