package org.clpworkbench.ui.graph;

/// Two tokens and their cosine to each other.
public record TokenLink(int from, int to, double cosine) {
    /// Whether a token is one of the two.
    boolean touches(int id) {
        return from == id || to == id;
    }
}
