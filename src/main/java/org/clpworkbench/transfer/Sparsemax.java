package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// FOCUS and CLP+: the weights are the Euclidean projection of a token's cosines onto the simplex
/// (sparsemax, Martins & Astudillo 2016): max(0, cos − τ) with the τ that makes them sum to 1. Far
/// anchors get none.
final class Sparsemax implements Weighting {
    @Override
    public boolean comparesAllPairs() {
        return true;
    }

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        progress.checkCancelled();
        return SparseCombination.ofCosines(anchors, Sparsemax::of);
    }

    /// Michelot's algorithm: take τ as if all were kept, drop those not above it, repeat. τ only
    /// grows, so what is dropped stays out.
    static Shares of(float[] scores, int from, int count) {
        int[] kept = new int[count];
        Arrays.setAll(kept, at -> at);
        int size = count;
        double threshold = Double.NEGATIVE_INFINITY;
        for (int before = -1; size != before; ) {
            before = size;
            double sum = 0;
            for (int at = 0; at < size; at++) {
                sum += scores[from + kept[at]];
            }
            threshold = (sum - 1) / size;
            int left = 0;
            for (int at = 0; at < size; at++) {
                if (scores[from + kept[at]] > threshold) {
                    kept[left++] = kept[at];
                }
            }
            size = left;
        }
        double[] weights = new double[size];
        for (int at = 0; at < size; at++) {
            weights[at] = scores[from + kept[at]] - threshold;
        }
        return new Shares(Arrays.copyOf(kept, size), weights);
    }
}
