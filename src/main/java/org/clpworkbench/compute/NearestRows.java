package org.clpworkbench.compute;

import java.util.Arrays;

/// The k rows of greatest cosine found so far for each of some queries, the greatest first; ties by
/// the lower row. Rows must be offered in ascending order.
final class NearestRows {
    private final int k;
    private final int[][] rows;
    private final float[][] cosines;
    private final int[] counts;

    /// The cosine of each query that a further row has to pass.
    private final float[] least;

    NearestRows(int queries, int k) {
        this(k, new float[queries]);
        Arrays.fill(least, k > 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY);
    }

    private NearestRows(int k, float[] least) {
        int queries = least.length;
        this.k = k;
        rows = new int[queries][k];
        cosines = new float[queries][k];
        counts = new int[queries];
        this.least = least;
    }

    /// Of none found, to be merged into this, for `count` of its queries from `first` on: what
    /// cannot come in here is not kept there either. This may be merged into at the same time; what
    /// is found in the end is the same.
    NearestRows further(int first, int count) {
        return new NearestRows(k, Arrays.copyOfRange(least, first, first + count));
    }

    /// Offers a query the rows from `first` on, but for `itself`, with `count` cosines from `at`
    /// on.
    void offer(int query, int itself, int first, float[] values, int at, int count) {
        float toPass = least[query];
        for (int next = 0; next < count; next++) {
            float cosine = values[at + next];
            if (cosine > toPass && first + next != itself) {
                insert(query, first + next, cosine);
                toPass = least[query];
            }
        }
    }

    /// Offers a query those of some rows that are in the places `from` to `to`, but for `itself`.
    /// The cosine of row r is at `at + r`.
    void offerSome(int query, int itself, int[] some, int from, int to, float[] values, int at) {
        float toPass = least[query];
        for (int place = from; place < to; place++) {
            float cosine = values[at + some[place]];
            if (cosine > toPass && some[place] != itself) {
                insert(query, some[place], cosine);
                toPass = least[query];
            }
        }
    }

    /// Offers one row to the queries from `first` on, with `count` cosines from `at` on.
    void offerTo(int first, int row, float[] values, int at, int count) {
        for (int next = 0; next < count; next++) {
            if (values[at + next] > least[first + next]) {
                insert(first + next, row, values[at + next]);
            }
        }
    }

    /// Takes over what another found for query `theirs` among later rows.
    void merge(int query, NearestRows other, int theirs) {
        for (int at = 0; at < other.counts[theirs]; at++) {
            if (other.cosines[theirs][at] > least[query]) {
                insert(query, other.rows[theirs][at], other.cosines[theirs][at]);
            }
        }
    }

    private void insert(int query, int row, float cosine) {
        float[] known = cosines[query];
        int at = counts[query] < k ? counts[query]++ : k - 1;
        while (at > 0 && known[at - 1] < cosine) {
            known[at] = known[at - 1];
            rows[query][at] = rows[query][at - 1];
            at--;
        }
        known[at] = cosine;
        rows[query][at] = row;
        if (counts[query] == k) {
            least[query] = known[k - 1];
        }
    }

    /// What was found for each query, nearest first; fewer than k where there were not as many.
    Neighbours found() {
        int[][] found = new int[rows.length][];
        float[][] near = new float[rows.length][];
        Arrays.setAll(found, query -> Arrays.copyOf(rows[query], counts[query]));
        Arrays.setAll(near, query -> Arrays.copyOf(cosines[query], counts[query]));
        return new Neighbours(found, near);
    }
}
