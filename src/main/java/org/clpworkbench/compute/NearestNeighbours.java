package org.clpworkbench.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Exact nearest neighbours by cosine among the rows of a matrix (rows × width, row-major). A row
/// of length 0 has cosine 0 with every other.
public final class NearestNeighbours implements AutoCloseable {
    private static final int BLOCK_ELEMENTS = 1 << 24;

    private final Matrices matrices;
    private final float[] unit;
    private final Matrix all;
    private final int rows;
    private final int width;

    /// A row and its cosine with the query.
    public record Neighbour(int row, double cosine) {}

    public NearestNeighbours(float[] matrix, int rows, int width) {
        this.rows = rows;
        this.width = width;
        unit = UnitLength.of(Arrays.copyOf(matrix, rows * width), width);
        matrices = Matrices.onAnyDevice();
        all = matrices.of(unit, rows, width);
    }

    /// The `k` nearest rows to row `query`, itself left out, nearest first; ties by row.
    public List<Neighbour> of(int query, int k) {
        float[] cosines = cosines(new int[] {query});
        var neighbours = new ArrayList<Neighbour>(k);
        for (int row : nearest(cosines, 0, query, k)) {
            neighbours.add(new Neighbour(row, cosines[row]));
        }
        return neighbours;
    }

    /// The same for several rows at once, in blocks: queries.length × k row numbers, fewer than k
    /// where there are not as many other rows.
    public int[][] of(int[] queries, int k) {
        int block = Math.max(1, BLOCK_ELEMENTS / rows);
        int[][] found = new int[queries.length][];
        for (int from = 0; from < queries.length; from += block) {
            int[] some = Arrays.copyOfRange(queries, from, Math.min(from + block, queries.length));
            float[] cosines = cosines(some);
            for (int at = 0; at < some.length; at++) {
                found[from + at] = nearest(cosines, at * rows, some[at], k);
            }
        }
        return found;
    }

    /// The cosine between two rows.
    public double cosine(int a, int b) {
        double sum = 0;
        for (int at = 0; at < width; at++) {
            sum += (double) unit[a * width + at] * unit[b * width + at];
        }
        return sum;
    }

    /// The cosines between all pairs of some rows: rows.length × rows.length.
    public float[] among(int[] rows) {
        try (Matrix some = matrices.of(gather(rows), rows.length, width);
                Matrix cosines = some.timesTransposed(some)) {
            return cosines.floats();
        }
    }

    private float[] gather(int[] some) {
        float[] chosen = new float[some.length * width];
        for (int at = 0; at < some.length; at++) {
            System.arraycopy(unit, some[at] * width, chosen, at * width, width);
        }
        return chosen;
    }

    private float[] cosines(int[] queries) {
        float[] chosen = gather(queries);
        try (Matrix block = matrices.of(chosen, queries.length, width);
                Matrix cosines = block.timesTransposed(all)) {
            return cosines.floats();
        }
    }

    /// Inserts into a short sorted list: k is small, and most rows fail the first comparison.
    private int[] nearest(float[] cosines, int offset, int query, int k) {
        int[] best = new int[Math.min(k, rows - 1)];
        int count = 0;
        for (int row = 0; row < rows && best.length > 0; row++) {
            float cosine = cosines[offset + row];
            boolean full = count == best.length;
            if (row == query || (full && cosine <= cosines[offset + best[count - 1]])) {
                continue;
            }
            int at = full ? count - 1 : count++;
            while (at > 0 && cosines[offset + best[at - 1]] < cosine) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = row;
        }
        return best;
    }

    @Override
    public void close() {
        matrices.close();
    }
}
