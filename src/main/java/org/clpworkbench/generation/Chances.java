package org.clpworkbench.generation;

import java.util.stream.IntStream;

/// The probability of every token, from a model's logits.
final class Chances {
    private final float[] logits;
    private final double greatest;
    private final double sum;

    Chances(float[] logits) {
        this.logits = logits;
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double total = 0;
        for (float logit : logits) {
            total += Math.exp(logit - most);
        }
        greatest = most;
        sum = total;
    }

    /// 0 to 1.
    double of(int id) {
        return Math.exp(logits[id] - greatest) / sum;
    }

    /// The ids of the likeliest tokens, the likeliest first; of equals the lower id.
    int[] likeliest(int count) {
        int[] best = IntStream.range(0, Math.min(count, logits.length)).map(_ -> -1).toArray();
        for (int id = 0; id < logits.length; id++) {
            int at = best.length;
            while (at > 0 && (best[at - 1] < 0 || logits[best[at - 1]] < logits[id])) {
                at--;
            }
            if (at < best.length) {
                System.arraycopy(best, at, best, at + 1, best.length - at - 1);
                best[at] = id;
            }
        }
        return best;
    }
}
