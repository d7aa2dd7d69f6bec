package org.clpworkbench.transfer;

/// How many of some weights count.
final class Entropy {
    private Entropy() {}

    /// exp(entropy) of |weights| taken as shares: the number of equal weights that would be spread
    /// as widely. 0 when all are 0.
    static double effective(double[] weights, int from, int count) {
        double sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += Math.abs(weights[at]);
        }
        if (!(sum > 0)) {
            return 0;
        }
        double entropy = 0;
        for (int at = from; at < from + count; at++) {
            double share = Math.abs(weights[at]) / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }
}
