package org.clpworkbench.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What somebody has made of the graph so far. It never changes; a {@link GraphChange} makes the
/// next one.
///
/// @param root the token looked at
/// @param expanded those whose neighbours are shown too, in the order of asking
/// @param pins where tokens were put
/// @param k neighbours of each
/// @param threshold cosine that is shown at least
public record Exploration(
        int root,
        List<Integer> expanded,
        Map<Integer, Place> pins,
        int k,
        double threshold,
        GraphLayout layout) {
    public static final int FEWEST = 1;
    public static final int MOST = 40;

    public Exploration {
        if (k < FEWEST || k > MOST || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "%d neighbours of cosine %s; it can be %d to %d, of 0 to 1."
                            .formatted(k, threshold, FEWEST, MOST));
        }
        expanded = List.copyOf(expanded);
        pins = Map.copyOf(pins);
    }

    public static Exploration of(int root, int k) {
        return new Exploration(root, List.of(), Map.of(), k, 0, GraphLayout.NEARNESS);
    }

    /// The tokens whose neighbours are shown.
    public List<Integer> hubs() {
        var hubs = new ArrayList<Integer>();
        hubs.add(root);
        hubs.addAll(expanded);
        return hubs;
    }

    Exploration lookAt(int token) {
        return token == root ? this : beginningAt(token);
    }

    /// Another token with nothing expanded or pinned; k, threshold and layout stay.
    public Exploration beginningAt(int token) {
        return new Exploration(token, List.of(), Map.of(), k, threshold, layout);
    }

    Exploration withExpanded(int token) {
        if (hubs().contains(token)) {
            return this;
        }
        var more = new ArrayList<>(expanded);
        more.add(token);
        return new Exploration(root, more, pins, k, threshold, layout);
    }

    Exploration withCollapsed(int token) {
        List<Integer> fewer = expanded.stream().filter(id -> id != token).toList();
        return new Exploration(root, fewer, pins, k, threshold, layout);
    }

    Exploration withPin(int token, Place place) {
        var more = new HashMap<>(pins);
        more.put(token, place);
        return new Exploration(root, expanded, more, k, threshold, layout);
    }

    Exploration withoutPin(int token) {
        var fewer = new HashMap<>(pins);
        fewer.remove(token);
        return new Exploration(root, expanded, fewer, k, threshold, layout);
    }

    Exploration withK(int next) {
        return new Exploration(root, expanded, pins, next, threshold, layout);
    }

    Exploration withThreshold(double next) {
        return new Exploration(root, expanded, pins, k, next, layout);
    }

    Exploration withLayout(GraphLayout next) {
        return new Exploration(root, expanded, pins, k, threshold, next);
    }
}
