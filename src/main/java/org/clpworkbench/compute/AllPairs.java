package org.clpworkbench.compute;

import java.util.ArrayList;
import java.util.List;

/// The nearest other rows of every row of a matrix. Blocks of rows are multiplied with each other;
/// as the cosine of two rows is the cosine of both, only with later ones. A later block is read and
/// brought to length 1 once for a group of earlier ones that wait for it.
final class AllPairs {
    private static final int BLOCK = 1024;
    private static final int GROUP = 8;

    private final Rows rows;
    private final int blocks;
    private final NearestRows found;

    AllPairs(Rows rows, int k) {
        this.rows = rows;
        this.blocks = Math.ceilDiv(rows.count(), BLOCK);
        this.found = new NearestRows(rows.count(), k);
    }

    Neighbours search(NeighbourSearch.Watch watch) {
        long total = (long) blocks * (blocks + 1) / 2;
        long[] done = {0};
        for (int first = 0; first < blocks; first += GROUP) {
            int group = first;
            try (var matrices = Matrices.onAnyDevice()) {
                List<Matrix> earlier = group(matrices, group);
                OrderedBlocks.run(
                        blocks - group,
                        ahead -> meet(earlier, group, group + ahead),
                        parts -> {
                            for (int at = 0; at < parts.size(); at++) {
                                merge(parts.get(at), (group + at) * BLOCK, earlier.get(at).rows());
                            }
                            done[0] += parts.size();
                            watch.at(done[0], total);
                        });
            }
        }
        return found.found();
    }

    private List<Matrix> group(Matrices matrices, int first) {
        var group = new ArrayList<Matrix>();
        for (int block = first; block < Math.min(first + GROUP, blocks); block++) {
            group.add(NeighbourSearch.unit(matrices, rows, block * BLOCK, BLOCK));
        }
        return group;
    }

    private void merge(NearestRows part, int first, int count) {
        for (int query = 0; query < count; query++) {
            found.merge(first + query, part, query);
        }
    }

    /// What each block of a group, up to `later` itself, finds in block `later`.
    private List<NearestRows> meet(List<Matrix> earlier, int group, int later) {
        try (var matrices = Matrices.onAnyDevice()) {
            Matrix others =
                    later - group < earlier.size()
                            ? earlier.get(later - group)
                            : NeighbourSearch.unit(matrices, rows, later * BLOCK, BLOCK);
            var parts = new ArrayList<NearestRows>();
            for (int block = group; block <= Math.min(later, group + earlier.size() - 1); block++) {
                parts.add(pair(earlier.get(block - group), block, others, later));
            }
            return parts;
        }
    }

    /// What the rows of block `block` find in a later one. That one's own rows are offered the
    /// earlier one's here: no other piece of the work touches them.
    private NearestRows pair(Matrix queries, int block, Matrix others, int later) {
        int first = block * BLOCK;
        int width = others.rows();
        var part = found.further(first, queries.rows());
        try (Matrix cosines = queries.timesTransposed(others)) {
            cosines.eachRow(
                    (query, values) -> {
                        part.offer(query, first + query, later * BLOCK, values, 0, width);
                        if (later != block) {
                            found.offerTo(later * BLOCK, first + query, values, 0, width);
                        }
                    });
        }
        return part;
    }
}
