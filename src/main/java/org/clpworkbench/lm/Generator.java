package org.clpworkbench.lm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// Continues a sequence of tokens, one at a time.
public final class Generator {
    /// How the next token is drawn.
    ///
    /// @param temperature 0 takes the likeliest token each time
    /// @param topK only the k likeliest are drawn from
    public record Sampling(double temperature, int topK, long seed) {
        public Sampling {
            if (temperature < 0) {
                throw new IllegalArgumentException(
                        "The temperature cannot be negative: " + temperature + ".");
            }
            if (topK < 1) {
                throw new IllegalArgumentException("top-k must be at least 1, not " + topK + ".");
            }
        }
    }

    private record Candidate(int id, float logit) {}

    private final LanguageModel model;

    public Generator(LanguageModel model) {
        this.model = model;
    }

    /// The prompt followed by `count` new tokens. Beyond the model's context only the latest tokens
    /// are seen.
    public int[] continuation(int[] prompt, int count, Sampling sampling) {
        var random = new SplittableRandom(sampling.seed());
        int[] ids = Arrays.copyOf(prompt, prompt.length + count);
        for (int length = prompt.length; length < ids.length; length++) {
            int[] seen = Arrays.copyOfRange(ids, Math.max(0, length - model.context()), length);
            float[] logits = model.logits(seen);
            int vocabulary = logits.length / seen.length;
            float[] last = Arrays.copyOfRange(logits, logits.length - vocabulary, logits.length);
            ids[length] = draw(last, sampling, random);
        }
        return ids;
    }

    private static int draw(float[] logits, Sampling sampling, SplittableRandom random) {
        int k = sampling.temperature() == 0 ? 1 : Math.min(sampling.topK(), logits.length);
        Candidate[] best = best(logits, k);
        if (sampling.temperature() == 0) {
            return best[0].id();
        }
        double[] weights = new double[k];
        double sum = 0;
        for (int i = 0; i < k; i++) {
            double excess = best[i].logit() - best[0].logit();
            weights[i] = Math.exp(excess / sampling.temperature());
            sum += weights[i];
        }
        double point = random.nextDouble() * sum;
        for (int i = 0; i < k; i++) {
            point -= weights[i];
            if (point < 0) {
                return best[i].id();
            }
        }
        return best[k - 1].id();
    }

    /// The `k` largest logits, the largest first; of equals the lower id.
    private static Candidate[] best(float[] logits, int k) {
        Comparator<Candidate> worstFirst =
                Comparator.comparingDouble(Candidate::logit)
                        .thenComparing(Candidate::id, Comparator.reverseOrder());
        var heap = new PriorityQueue<>(k + 1, worstFirst);
        for (int id = 0; id < logits.length; id++) {
            heap.add(new Candidate(id, logits[id]));
            if (heap.size() > k) {
                heap.remove();
            }
        }
        return heap.stream().sorted(worstFirst.reversed()).toArray(Candidate[]::new);
    }
}
