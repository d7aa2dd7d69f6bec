package org.clpworkbench.ui.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the map shows.
///
/// @param x by token
/// @param y by token
/// @param order in which points are painted: the largest group first, so that the few stand above
///   the many
record MapPicture(List<MapToken> tokens, float[] x, float[] y, Grouping grouping, int[] order) {
    static MapPicture of(List<MapToken> tokens, float[] x, float[] y, Grouping grouping) {
        List<MapGroup> groups = grouping.groups();
        int[] order = new int[x.length];
        int next = 0;
        for (int group :
                IntStream.range(0, groups.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(at -> -groups.get(at).count()))
                        .toList()) {
            for (int point = 0; point < x.length; point++) {
                if (grouping.of()[point] == group) {
                    order[next++] = point;
                }
            }
        }
        return new MapPicture(tokens, x, y, grouping, order);
    }

    /// Whether all points stand where those of another picture stand.
    boolean standsLike(MapPicture other) {
        return Arrays.equals(x, other.x) && Arrays.equals(y, other.y);
    }

    int size() {
        return x.length;
    }

    MapToken token(int point) {
        return tokens.get(point);
    }
}
