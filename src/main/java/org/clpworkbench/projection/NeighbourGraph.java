package org.clpworkbench.projection;

import org.clpworkbench.compute.Neighbours;

import java.util.Arrays;

/// Weighted edges between the rows of a matrix, each stored at both its ends.
///
/// @param starts where the edges of each point begin; one more than there are points
/// @param ends the other point of each edge
/// @param weights of each edge, the same at both ends
record NeighbourGraph(int[] starts, int[] ends, float[] weights) {
    /// Makes one weight of the two that the ends of an edge give it; 0 where one does not know the
    /// other.
    @FunctionalInterface
    interface Union {
        double of(double one, double other);
    }

    /// @param given the weight that each point gives each of its neighbours
    static NeighbourGraph of(Neighbours found, float[][] given, Union union) {
        int[][] rows = found.rows();
        int[] degrees = new int[rows.length + 1];
        for (int point = 0; point < rows.length; point++) {
            degrees[point] += rows[point].length;
            for (int other : rows[point]) {
                degrees[other] += place(rows[other], point) < 0 ? 1 : 0;
            }
        }
        int[] starts = new int[rows.length + 1];
        for (int point = 0; point < rows.length; point++) {
            starts[point + 1] = Math.addExact(starts[point], degrees[point]);
        }
        int[] next = Arrays.copyOf(starts, rows.length);
        int[] ends = new int[starts[rows.length]];
        float[] weights = new float[ends.length];
        for (int point = 0; point < rows.length; point++) {
            for (int at = 0; at < rows[point].length; at++) {
                int other = rows[point][at];
                int back = place(rows[other], point);
                float weight =
                        (float) union.of(given[point][at], back < 0 ? 0 : given[other][back]);
                ends[next[point]] = other;
                weights[next[point]++] = weight;
                if (back < 0) {
                    ends[next[other]] = point;
                    weights[next[other]++] = weight;
                }
            }
        }
        return new NeighbourGraph(starts, ends, weights);
    }

    int points() {
        return starts.length - 1;
    }

    private static int place(int[] among, int wanted) {
        for (int at = 0; at < among.length; at++) {
            if (among[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
