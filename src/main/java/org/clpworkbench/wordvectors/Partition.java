package org.clpworkbench.wordvectors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The tokens that get a vector, numbered as rows so that they fall into blocks of equal size and,
/// as far as that allows, equally many occurrences. Depends on the counts alone.
final class Partition {
    /// More blocks let more cores work, but leave fewer candidates for negatives in each.
    private static final int MOST_BLOCKS = 16;

    private static final int LEAST_ROWS = 32;

    private final int[] idOf;
    private final int[] rowOf;
    private final int[] blockOf;
    private final int[] begin;
    private final long[] counts;

    private Partition(int[] idOf, int[] rowOf, int[] blockOf, int[] begin, long[] counts) {
        this.idOf = idOf;
        this.rowOf = rowOf;
        this.blockOf = blockOf;
        this.begin = begin;
        this.counts = counts;
    }

    /// @param counts occurrences by id
    static Partition of(long[] counts, int minCount) {
        int[] kept =
                IntStream.range(0, counts.length)
                        .filter(id -> counts[id] >= minCount)
                        .boxed()
                        .sorted(Comparator.comparingLong((Integer id) -> -counts[id]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int blocks = Math.clamp(kept.length / LEAST_ROWS, 1, MOST_BLOCKS);
        int[] chosen = leastLoaded(kept, counts, blocks);
        int[] begin = new int[blocks + 1];
        for (int block : chosen) {
            begin[block + 1]++;
        }
        Arrays.parallelPrefix(begin, Integer::sum);

        int[] next = begin.clone();
        int[] idOf = new int[kept.length];
        int[] rowOf = new int[counts.length];
        Arrays.fill(rowOf, -1);
        int[] blockOf = new int[kept.length];
        long[] rowCounts = new long[kept.length];
        for (int rank = 0; rank < kept.length; rank++) {
            int row = next[chosen[rank]]++;
            idOf[row] = kept[rank];
            rowOf[kept[rank]] = row;
            blockOf[row] = chosen[rank];
            rowCounts[row] = counts[kept[rank]];
        }
        return new Partition(idOf, rowOf, blockOf, begin, rowCounts);
    }

    /// A block for each rank: the one with the fewest occurrences that is not yet full.
    private static int[] leastLoaded(int[] kept, long[] counts, int blocks) {
        int full = Math.ceilDiv(kept.length, blocks);
        long[] load = new long[blocks];
        int[] rows = new int[blocks];
        int[] chosen = new int[kept.length];
        for (int rank = 0; rank < kept.length; rank++) {
            int best = -1;
            for (int block = 0; block < blocks; block++) {
                if (rows[block] < full && (best < 0 || load[block] < load[best])) {
                    best = block;
                }
            }
            chosen[rank] = best;
            load[best] += counts[kept[rank]];
            rows[best]++;
        }
        return chosen;
    }

    int rows() {
        return idOf.length;
    }

    int blocks() {
        return begin.length - 1;
    }

    /// The block's first row; its rows end where the next block begins.
    int begin(int block) {
        return begin[block];
    }

    int blockOf(int row) {
        return blockOf[row];
    }

    int idOf(int row) {
        return idOf[row];
    }

    /// −1 for a token without a vector.
    int rowOf(int id) {
        return rowOf[id];
    }

    long count(int row) {
        return counts[row];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }
}
