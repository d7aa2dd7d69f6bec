package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.job.Progress;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class SparseWeightingTest {
    @Test
    void sparsemaxProjectsScoresOntoTheSimplex() {
        // τ with max(0, 0.9 − τ) + max(0, 0.7 − τ) = 1 is 0.3, and 0.2 and −1 stay out:
        // weights 0.6 and 0.4
        Shares shares = Sparsemax.of(new float[] {0.2f, 0.9f, -1, 0.7f}, 0, 4);
        assertThat(shares.anchors()).containsExactly(1, 3);
        assertThat(shares.weights()).containsExactly(new double[] {0.6, 0.4}, within(1e-6));
    }

    @Test
    void sparsemaxSharesEquallyAmongEqualScores() {
        Shares shares = Sparsemax.of(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 0, 4);
        assertThat(shares.weights())
                .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-7));
    }

    /// The definition by sorting (Martins & Astudillo 2016, algorithm 1) as the oracle.
    @Test
    void sparsemaxAgreesWithTheAlgorithmBySorting() {
        for (int seed = 0; seed < 50; seed++) {
            float[] scores = MadeAnchors.drawn(40, seed);
            float[] sorted = scores.clone();
            Arrays.sort(sorted);
            double sum = 0;
            double threshold = 0;
            for (int kept = 1; kept <= sorted.length; kept++) {
                double score = sorted[sorted.length - kept];
                sum += score;
                if (1 + kept * score > sum) {
                    threshold = (sum - 1) / kept;
                }
            }
            double[] weights = new double[scores.length];
            Shares shares = Sparsemax.of(scores, 0, scores.length);
            for (int at = 0; at < shares.anchors().length; at++) {
                weights[shares.anchors()[at]] = shares.weights()[at];
            }
            for (int at = 0; at < scores.length; at++) {
                assertThat(weights[at])
                        .isCloseTo(Math.max(0, scores[at] - threshold), within(1e-6));
            }
        }
    }

    @Test
    void softmaxTakesTheNearestOnly() {
        // e^0 and e^(−0.1 / 0.1) of the two nearest: 1 / (1 + 1/e) and its rest
        Shares shares = new NearestSoftmax(2, 0.1).of(new float[] {0.1f, 0.8f, 0.9f}, 0, 3);
        double first = 1 / (1 + Math.exp(-1));
        assertThat(shares.anchors()).containsExactly(2, 1);
        assertThat(shares.weights()).containsExactly(new double[] {first, 1 - first}, within(1e-6));
    }

    @Test
    void softmaxTakesAllWhereThereAreFewer() {
        Shares shares = new NearestSoftmax(10, 0.1).of(new float[] {0.3f}, 0, 1);
        assertThat(shares.anchors()).containsExactly(0);
        assertThat(shares.weights()).containsExactly(1);
    }

    @Test
    void pursuitRebuildsAVectorThatTwoAnchorsSpan() throws TransferException {
        // (3, 4) = 4 (0, 1) + 3 (1, 0); the diagonal points best at first (cosine 7 / (5 √2)),
        // so with it the weights are 4 on it and −1 on (1, 0), or 3 and 1 on (0, 1):
        // what is left after the diagonal is (−0.5, 0.5), as near to one axis as to the other
        float[] vectors = {1, 0, 0, 1, 1, 1};
        float[] source = {10, 0, 0, 0, 10, 0, 0, 0, 10};
        var anchors = MadeAnchors.of(vectors, 2, source, 3);
        try (var combination = new MatchingPursuit(64).fit(anchors, Progress.unwatched())) {
            double[] weights = combination.weights(new float[] {3, 4});
            assertThat(weights[0] + weights[2]).isCloseTo(3, within(1e-6));
            assertThat(weights[1] + weights[2]).isCloseTo(4, within(1e-6));
            assertThat(Arrays.stream(weights).filter(weight -> weight != 0).count()).isEqualTo(2);
            float[] row = combination.combine(new int[] {0}, new float[] {3, 4}).rows();
            for (int column = 0; column < 3; column++) {
                assertThat((double) row[column]).isCloseTo(10 * weights[column], within(1e-4));
            }
        }
    }

    @Test
    void pursuitOfOneAtomIsTheBestProjection() throws TransferException {
        // onto (1, 1): (3 + 4) / 2 = 3.5
        var anchors = MadeAnchors.of(new float[] {1, 0, 1, 1}, 2, new float[] {1, 2}, 1);
        try (var combination = new MatchingPursuit(1).fit(anchors, Progress.unwatched())) {
            assertThat(combination.weights(new float[] {3, 4}))
                    .containsExactly(new double[] {0, 3.5}, within(1e-6));
        }
    }

    @Test
    void pursuitLeavesAtRightAnglesWhatItsAtomsCannotReach() throws TransferException {
        int count = 12;
        float[] vectors = MadeAnchors.drawn(count * 8, 1);
        float[] target = MadeAnchors.drawn(8, 2);
        var anchors = MadeAnchors.of(vectors, 8, MadeAnchors.drawn(count, 3), 1);
        try (var combination = new MatchingPursuit(4).fit(anchors, Progress.unwatched())) {
            double[] weights = combination.weights(target);
            double[] left = new double[8];
            for (int column = 0; column < 8; column++) {
                left[column] = target[column];
                for (int anchor = 0; anchor < count; anchor++) {
                    left[column] -= weights[anchor] * vectors[anchor * 8 + column];
                }
            }
            for (int anchor = 0; anchor < count; anchor++) {
                double dot = 0;
                for (int column = 0; column < 8 && weights[anchor] != 0; column++) {
                    dot += left[column] * vectors[anchor * 8 + column];
                }
                assertThat(dot).isCloseTo(0, within(1e-5));
            }
            assertThat(Arrays.stream(weights).filter(weight -> weight != 0).count()).isEqualTo(4);
        }
    }

    @Test
    void nothingIsMadeOfAVectorOfLengthZeroByPursuit() throws TransferException {
        var anchors = MadeAnchors.of(new float[] {1, 0, 0, 1}, 2, new float[] {1, 2}, 1);
        try (var combination = new MatchingPursuit(2).fit(anchors, Progress.unwatched())) {
            var block = combination.combine(new int[] {0}, new float[] {0, 0});
            assertThat(block.without().get(0)).isTrue();
        }
    }
}
