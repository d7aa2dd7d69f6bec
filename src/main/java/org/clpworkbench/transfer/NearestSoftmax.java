package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

/// WECHSEL and OFA: the k nearest anchors, weighted by softmax(cosine / temperature).
record NearestSoftmax(int k, double temperature) implements Weighting {
    NearestSoftmax {
        if (k < 1 || !(temperature > 0)) {
            throw new ToldArgumentException(Sentence.of(NearestSoftmax.class, "softmax.wrong"));
        }
    }

    @Override
    public boolean comparesAllPairs() {
        return true;
    }

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        progress.checkCancelled();
        return SparseCombination.ofCosines(anchors, this::of);
    }

    /// Ties go to the lower place.
    Shares of(float[] scores, int from, int count) {
        int[] nearest = new int[Math.min(k, count)];
        int found = 0;
        for (int place = 0; place < count; place++) {
            float score = scores[from + place];
            boolean full = found == nearest.length;
            if (full && score <= scores[from + nearest[found - 1]]) {
                continue;
            }
            int at = full ? found - 1 : found++;
            while (at > 0 && scores[from + nearest[at - 1]] < score) {
                nearest[at] = nearest[at - 1];
                at--;
            }
            nearest[at] = place;
        }
        double[] weights = new double[nearest.length];
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            double behind = (double) scores[from + nearest[at]] - scores[from + nearest[0]];
            weights[at] = Math.exp(behind / temperature);
            sum += weights[at];
        }
        for (int at = 0; at < weights.length; at++) {
            weights[at] /= sum;
        }
        return new Shares(nearest, weights);
    }
}
