package org.clpworkbench.compute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Exact nearest neighbours by cosine, for many rows at once, in memory that does not grow with the
/// matrix beyond k rows a query. A row of length 0 has cosine 0 with every other.
public final class NeighbourSearch {
    /// Is told how far a search is; what it throws ends the search.
    @FunctionalInterface
    public interface Watch {
        void at(long done, long total);
    }

    private NeighbourSearch() {}

    /// The `k` nearest other rows of every row, nearest first, ties by row; fewer where there are
    /// not as many. Each pair of rows is multiplied once.
    public static Neighbours all(Rows rows, int k, Watch watch) {
        return new AllPairs(rows, k).search(watch);
    }

    /// The same for some rows only, in the order asked.
    public static Neighbours of(Rows rows, int[] queries, int k, Watch watch) {
        int[] all = IntStream.range(0, rows.count()).toArray();
        return of(rows, queries, k, List.of(all), watch).getFirst();
    }

    /// The nearest rows of `queries` among each of some sets of rows.
    ///
    /// @param sets the rows of each, ascending
    public static List<Neighbours> of(
            Rows rows, int[] queries, int k, List<int[]> sets, Watch watch) {
        var found =
                Stream.generate(() -> new NearestRows(queries.length, k))
                        .limit(sets.size())
                        .toList();
        if (queries.length == 0) {
            return found.stream().map(NearestRows::found).toList();
        }
        try (var matrices = Matrices.onAnyDevice();
                Matrix asked =
                        matrices.of(
                                UnitLength.of(rows.gather(queries), rows.width()),
                                queries.length,
                                rows.width())) {
            int size = BlockRows.of(rows.width());
            int blocks = Math.ceilDiv(rows.count(), size);
            int[] done = {0};
            OrderedBlocks.run(
                    blocks,
                    block -> {
                        var part = found.stream().map(of -> of.further(0, queries.length)).toList();
                        offer(asked, queries, rows, block * size, size, sets, part);
                        return part;
                    },
                    part -> {
                        for (int set = 0; set < part.size(); set++) {
                            for (int at = 0; at < queries.length; at++) {
                                found.get(set).merge(at, part.get(set), at);
                            }
                        }
                        watch.at(++done[0], blocks);
                    });
        }
        return found.stream().map(NearestRows::found).toList();
    }

    private static void offer(
            Matrix asked,
            int[] queries,
            Rows rows,
            int first,
            int most,
            List<int[]> sets,
            List<NearestRows> part) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix others = unit(matrices, rows, first, most);
                Matrix cosines = asked.timesTransposed(others)) {
            float[] values = cosines.floats();
            int width = others.rows();
            for (int set = 0; set < part.size(); set++) {
                int[] members = sets.get(set);
                int from = firstAtLeast(members, first);
                int to = firstAtLeast(members, first + width);
                for (int at = 0; at < queries.length; at++) {
                    part.get(set)
                            .offerSome(
                                    at, queries[at], members, from, to, values, at * width - first);
                }
            }
        }
    }

    /// The place of the first of some ascending rows that is not below `row`.
    private static int firstAtLeast(int[] ascending, int row) {
        int place = Arrays.binarySearch(ascending, row);
        return place >= 0 ? place : -place - 1;
    }

    /// The rows from `from` on, at most `most`, each of length 1.
    static Matrix unit(Matrices matrices, Rows rows, int from, int most) {
        int count = Math.min(most, rows.count() - from);
        float[] block = UnitLength.of(rows.read(from, count), rows.width());
        return matrices.of(block, count, rows.width());
    }
}
