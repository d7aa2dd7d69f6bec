package org.clpworkbench.projection;

import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// Prints what maps of made rows come to, for a process that sees another number of cores.
final class MapHashes {
    private MapHashes() {}

    public static void main(String[] arguments) {
        var rows = Clusters.of(6, 2600, 24, 0.5, 9).rows();
        for (ProjectionMethod method : ProjectionMethod.values()) {
            var spec = new ProjectionSpec(method, RowSpace.DIRECTIONS, 12, 3);
            Projection map = Projector.of(rows, spec, Progress.unwatched());
            System.out.printf(
                    "map %s %d %d%n", method, Arrays.hashCode(map.x()), Arrays.hashCode(map.y()));
        }
    }
}
