package org.clpworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.Neighbours;
import org.junit.jupiter.api.Test;

/// What points give their neighbours, and what an edge gets of it.
class WeightsTest {
    private static final float[] COSINES = {0.9f, 0.85f, 0.7f, 0.65f, 0.4f, 0.1f, 0.05f};

    private static double sum(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    @Test
    void ofUmapAddUpToTheLogarithmOfTheNeighbours() {
        float[] weights = FuzzyWeights.of(COSINES, 3);
        assertThat(weights[0]).isEqualTo(1);
        assertThat(sum(weights)).isCloseTo(3, within(1e-4));
        assertThat(weights).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    @Test
    void ofUmapAreAllOneAmongEqualRows() {
        assertThat(FuzzyWeights.of(new float[] {1, 1, 1}, 2)).containsOnly(1);
    }

    @Test
    void ofTsneHaveTheEntropyOfThePerplexity() {
        float[] weights = PerplexityWeights.of(COSINES, 4);
        double entropy = 0;
        for (float weight : weights) {
            entropy -= weight * Math.log(weight);
        }
        assertThat(sum(weights)).isCloseTo(1, within(1e-5));
        assertThat(Math.exp(entropy)).isCloseTo(4, within(1e-3));
    }

    @Test
    void joinTheTwoEndsOfAnEdge() {
        // 0 knows 1, 1 knows 2, 2 knows 1
        int[][] rows = {{1}, {2}, {1}};
        var found = new Neighbours(rows, new float[3][1]);
        float[][] given = {{0.5f}, {0.25f}, {0.5f}};
        var graph = NeighbourGraph.of(found, given, (one, other) -> one + other - one * other);
        assertThat(graph.starts()).containsExactly(0, 1, 3, 4);
        assertThat(graph.ends()).containsExactly(1, 0, 2, 1);
        // 0.25 + 0.5 − 0.125
        assertThat(graph.weights()).containsExactly(0.5f, 0.5f, 0.625f, 0.625f);
    }

    @Test
    void ofTsneAddUpToOneOverAllPairs() {
        int[][] rows = {{1, 2}, {2, 0}, {1, 0}};
        float[][] cosines = {{0.9f, 0.1f}, {0.8f, 0.9f}, {0.8f, 0.1f}};
        var graph = PerplexityWeights.graph(new Neighbours(rows, cosines), 1.5);
        assertThat(sum(graph.weights())).isCloseTo(1, within(1e-5));
    }

    /// 1 up to 0.1, then falling as e^(0.1 − d): no other a and b nearby come closer to it.
    @Test
    void followTheCurveOfMinimumDistanceAndSpread() {
        double best = misfit(UmapLayout.A, UmapLayout.B);
        assertThat(best).isLessThan(misfit(UmapLayout.A + 0.003, UmapLayout.B));
        assertThat(best).isLessThan(misfit(UmapLayout.A - 0.003, UmapLayout.B));
        assertThat(best).isLessThan(misfit(UmapLayout.A, UmapLayout.B + 0.003));
        assertThat(best).isLessThan(misfit(UmapLayout.A, UmapLayout.B - 0.003));
    }

    private static double misfit(double a, double b) {
        double misfit = 0;
        for (int at = 0; at < 300; at++) {
            double distance = 3.0 * at / 299;
            double wanted = distance < 0.1 ? 1 : Math.exp(0.1 - distance);
            double given = 1 / (1 + a * Math.pow(distance, 2 * b));
            misfit += (wanted - given) * (wanted - given);
        }
        return misfit;
    }
}
