package org.clpworkbench.compute;

import java.util.stream.IntStream;

/// Exact nearest neighbours by cosine, for many rows at once, in memory that does not grow with the
/// matrix beyond k rows a query. A row of length 0 has cosine 0 with every other.
public final class NeighbourSearch {
    private static final int BLOCK = 2048;

    /// Is told how far a search is; what it throws ends the search.
    @FunctionalInterface
    public interface Watch {
        void at(long done, long total);
    }

    private NeighbourSearch() {}

    /// The `k` nearest other rows of every row, nearest first, ties by row; fewer where there are
    /// not as many. Each pair of rows is multiplied once.
    public static Neighbours all(Rows rows, int k, Watch watch) {
        var found = new NearestRows(rows.count(), k);
        int blocks = Math.ceilDiv(rows.count(), BLOCK);
        for (int first = 0; first < blocks; first++) {
            int own = first;
            long before = (long) first * blocks - (long) first * (first - 1) / 2;
            try (var matrices = Matrices.onAnyDevice();
                    Matrix queries = unit(matrices, rows, own * BLOCK, BLOCK)) {
                int[] done = {0};
                OrderedBlocks.run(
                        blocks - own,
                        ahead -> pair(queries, own * BLOCK, rows, own + ahead, found, k),
                        part -> {
                            for (int query = 0; query < queries.rows(); query++) {
                                found.merge(own * BLOCK + query, part, query);
                            }
                            watch.at(before + ++done[0], (long) blocks * (blocks + 1) / 2);
                        });
            }
        }
        return found.found();
    }

    /// What the rows of one block find among a later one. That block's own rows are offered the
    /// first one's here; no other piece touches them.
    private static NearestRows pair(
            Matrix queries, int first, Rows rows, int block, NearestRows found, int k) {
        int later = block * BLOCK;
        try (var matrices = Matrices.onAnyDevice();
                Matrix others = unit(matrices, rows, later, BLOCK);
                Matrix cosines = queries.timesTransposed(others)) {
            float[] values = cosines.floats();
            int width = others.rows();
            var part = new NearestRows(queries.rows(), k);
            for (int query = 0; query < queries.rows(); query++) {
                part.offer(query, later, values, query * width, width, first + query);
                if (later != first) {
                    found.offerTo(later, first + query, values, query * width, width);
                }
            }
            return part;
        }
    }

    /// The same for some rows only, in the order asked.
    public static Neighbours of(Rows rows, int[] queries, int k, Watch watch) {
        var found = new NearestRows(queries.length, k);
        int width = rows.width();
        float[] chosen = new float[Math.multiplyExact(queries.length, width)];
        for (int at = 0; at < queries.length; at++) {
            System.arraycopy(rows.read(queries[at], 1), 0, chosen, at * width, width);
        }
        try (var matrices = Matrices.onAnyDevice();
                Matrix asked = matrices.of(UnitLength.of(chosen, width), queries.length, width)) {
            int size = BlockRows.of(width);
            int blocks = Math.ceilDiv(rows.count(), size);
            int[] done = {0};
            OrderedBlocks.run(
                    blocks,
                    block -> {
                        try (var own = Matrices.onAnyDevice();
                                Matrix others = unit(own, rows, block * size, size);
                                Matrix cosines = asked.timesTransposed(others)) {
                            float[] values = cosines.floats();
                            var part = new NearestRows(queries.length, k);
                            for (int at = 0; at < queries.length; at++) {
                                int from = at * others.rows();
                                int first = block * size;
                                part.offer(at, first, values, from, others.rows(), queries[at]);
                            }
                            return part;
                        }
                    },
                    part -> {
                        IntStream.range(0, queries.length).forEach(at -> found.merge(at, part, at));
                        watch.at(++done[0], blocks);
                    });
        }
        return found.found();
    }

    private static Matrix unit(Matrices matrices, Rows rows, int from, int most) {
        int count = Math.min(most, rows.count() - from);
        float[] block = UnitLength.of(rows.read(from, count), rows.width());
        return matrices.of(block, count, rows.width());
    }
}
