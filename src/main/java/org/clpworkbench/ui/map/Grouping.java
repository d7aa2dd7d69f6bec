package org.clpworkbench.ui.map;

import java.util.List;

/// How tokens are told apart on the map.
///
/// @param groups at most as many as there are shapes
/// @param of the group of each token
record Grouping(List<MapGroup> groups, byte[] of) {
    Grouping {
        groups = List.copyOf(groups);
        if (groups.size() > MapShape.values().length) {
            throw new IllegalArgumentException(
                    "%d groups; at most %d can be told apart."
                            .formatted(groups.size(), MapShape.values().length));
        }
    }
}
