package org.clpworkbench.wordvectors;

import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Vectors for spellings that are no known word: the mean of the vectors of their character n-grams
/// (3 to 6, hashed into buckets as in fastText), which were fitted so that the known words come out
/// right (Zhao, Mudgal and Liang 2018, "Generalizing Word Embeddings using Bag of Subwords").
final class SubwordVectors {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;
    private static final int BUCKETS = 1 << 18;
    private static final int EPOCHS = 10;

    private final Map<Integer, float[]> buckets = new HashMap<>();
    private final int dimensions;

    private SubwordVectors(int dimensions) {
        this.dimensions = dimensions;
    }

    /// @param words in lower case
    /// @param vectors one for each
    static SubwordVectors fit(String[] words, float[][] vectors, Progress progress) {
        var subwords = new SubwordVectors(vectors.length == 0 ? 0 : vectors[0].length);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            float rate = 1 - (float) epoch / EPOCHS;
            for (int word = 0; word < words.length; word++) {
                progress.checkCancelled();
                subwords.learn(ngrams(words[word]), vectors[word], rate);
            }
        }
        return subwords;
    }

    /// Moves the mean of the n-grams by `rate` of the way to the vector.
    private void learn(int[] ngrams, float[] vector, float rate) {
        float[] step = vector.clone();
        for (int ngram : ngrams) {
            float[] part = buckets.computeIfAbsent(ngram, unseen -> new float[dimensions]);
            NegativeSampling.addScaled(step, -1f / ngrams.length, part);
        }
        for (int ngram : ngrams) {
            NegativeSampling.addScaled(buckets.getOrDefault(ngram, step), rate, step);
        }
    }

    /// Empty when no n-gram of the spelling stands in a known word.
    Optional<float[]> find(String word) {
        float[] sum = new float[dimensions];
        int known = 0;
        for (int ngram : ngrams(word)) {
            float[] part = buckets.get(ngram);
            if (part != null) {
                NegativeSampling.addScaled(sum, 1, part);
                known++;
            }
        }
        if (known == 0) {
            return Optional.empty();
        }
        for (int at = 0; at < dimensions; at++) {
            sum[at] /= known;
        }
        return Optional.of(sum);
    }

    /// The buckets of `<word>`'s n-grams.
    private static int[] ngrams(String word) {
        int[] characters = ("<" + word + ">").codePoints().toArray();
        int[] ngrams = new int[characters.length * (LONGEST - SHORTEST + 1)];
        int count = 0;
        for (int begin = 0; begin < characters.length; begin++) {
            int hash = 0x811C9DC5;
            int last = Math.min(characters.length, begin + LONGEST);
            for (int at = begin; at < last; at++) {
                hash = (hash ^ characters[at]) * 0x01000193;
                if (at - begin + 1 >= SHORTEST) {
                    ngrams[count++] = Math.floorMod(hash, BUCKETS);
                }
            }
        }
        return Arrays.copyOf(ngrams, count);
    }
}
