package org.clpworkbench.compute;

import java.util.List;

/// Exact nearest neighbours by cosine among the rows of a matrix (rows × width, row-major).
public final class NearestNeighbours implements AutoCloseable {
    /// A row and its cosine with the query.
    public record Neighbour(int row, double cosine) {}

    public NearestNeighbours(float[] matrix, int rows, int width) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The `k` nearest rows to row `query`, itself left out, nearest first; ties by row.
    public List<Neighbour> of(int query, int k) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// The same for several rows at once, in blocks: queries.length × k row numbers.
    public int[][] of(int[] queries, int k) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}
