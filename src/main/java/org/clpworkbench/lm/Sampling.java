package org.clpworkbench.lm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// How the next token is drawn.
///
/// @param temperature logits are divided by it; 0 takes the likeliest token each time
/// @param topK only the k likeliest are drawn from
/// @param topP of those, the fewest whose probabilities reach p together (nucleus sampling,
///   Holtzman et al. 2020); 1 for all
/// @param seed of the draws
public record Sampling(double temperature, int topK, double topP, long seed) {
    public Sampling {
        if (!(temperature >= 0)) {
            throw new IllegalArgumentException(
                    "The temperature cannot be negative: " + temperature + ".");
        }
        if (topK < 1) {
            throw new IllegalArgumentException("top-k must be at least 1, not " + topK + ".");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException(
                    "top-p must be above 0 and at most 1, not " + topP + ".");
        }
    }

    /// The likeliest token each time.
    public static Sampling greedy() {
        return new Sampling(0, 1, 1, 0);
    }

    private record Candidate(int id, float logit) {}

    /// A token of the vocabulary that `logits` has a value for each of.
    int draw(float[] logits, RandomGenerator random) {
        int k = temperature == 0 ? 1 : Math.min(topK, logits.length);
        Candidate[] best = best(logits, k);
        if (k == 1) {
            return best[0].id();
        }
        double[] weights = new double[k];
        for (int i = 0; i < k; i++) {
            double excess = best[i].logit() - best[0].logit();
            weights[i] = Math.exp(excess / temperature);
        }
        int drawnFrom = nucleus(weights, topP * Arrays.stream(weights).sum());
        double point = random.nextDouble() * Arrays.stream(weights, 0, drawnFrom).sum();
        for (int i = 0; i < drawnFrom; i++) {
            point -= weights[i];
            if (point < 0) {
                return best[i].id();
            }
        }
        return best[drawnFrom - 1].id();
    }

    /// How many of the largest weights, which come first, reach a sum.
    private static int nucleus(double[] weights, double sum) {
        double reached = 0;
        for (int i = 0; i < weights.length; i++) {
            reached += weights[i];
            if (reached >= sum) {
                return i + 1;
            }
        }
        return weights.length;
    }

    /// The `k` largest logits, the largest first; of equals the lower id.
    private static Candidate[] best(float[] logits, int k) {
        Comparator<Candidate> worstFirst =
                Comparator.comparingDouble(Candidate::logit)
                        .thenComparing(Candidate::id, Comparator.reverseOrder());
        var heap = new PriorityQueue<>(k + 1, worstFirst);
        for (int id = 0; id < logits.length; id++) {
            if (heap.size() < k || logits[id] > heap.element().logit()) {
                heap.add(new Candidate(id, logits[id]));
                if (heap.size() > k) {
                    heap.remove();
                }
            }
        }
        return heap.stream().sorted(worstFirst.reversed()).toArray(Candidate[]::new);
    }
}
