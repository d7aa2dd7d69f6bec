package org.clpworkbench.settings;

import org.clpworkbench.checkpoint.ModelFiles;

import java.util.List;
import java.util.Optional;

/// What somebody looked at among the neighbours, and the graph as it was explored.
///
/// @param source the files of the pair, as is the next: of others it says nothing
/// @param way which of the screen's pictures was shown
/// @param token the token looked at
/// @param expanded those whose neighbours were shown too, the first ones of very many
/// @param pins where tokens were put, the first ones of very many
/// @param k neighbours of each
/// @param threshold cosine that was shown at least
/// @param sight empty where all of the graph was seen
public record Explored(
        ModelFiles source,
        ModelFiles helper,
        String way,
        int token,
        List<Integer> expanded,
        List<Pin> pins,
        int k,
        double threshold,
        String layout,
        Optional<GraphSight> sight) {
    /// So many tokens are remembered of each kind, that the file stays small.
    static final int MOST = 100;

    public record Pin(int token, double x, double y) {}

    public Explored {
        expanded = List.copyOf(expanded.subList(0, Math.min(MOST, expanded.size())));
        pins = List.copyOf(pins.subList(0, Math.min(MOST, pins.size())));
    }
}
