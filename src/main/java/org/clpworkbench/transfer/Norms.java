package org.clpworkbench.transfer;

import java.util.Arrays;

/// How long some rows are: the least, the quartiles, the 99th percentile and the greatest of their
/// Euclidean norms; all 0 when there are none.
public record Norms(
        double least, double lower, double median, double upper, double high, double greatest) {
    static Norms of(double[] norms) {
        double[] sorted = norms.clone();
        Arrays.sort(sorted);
        return new Norms(
                at(sorted, 0),
                at(sorted, 0.25),
                at(sorted, 0.5),
                at(sorted, 0.75),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    /// A quantile, interpolated between the two nearest.
    private static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
