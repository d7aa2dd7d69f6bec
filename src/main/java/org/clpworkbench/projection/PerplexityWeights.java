package org.clpworkbench.projection;

import org.clpworkbench.compute.Neighbours;

/// How probably each point would choose its neighbours, as t-SNE has it (van der Maaten, Hinton
/// 2008): by a Gaussian of the point's own width, chosen so that the choice is as open as one
/// between `perplexity` equal neighbours. The squared distance is that of rows of length 1, 2 − 2 ·
/// cosine.
final class PerplexityWeights {
    /// Neighbours looked at for each unit of perplexity (van der Maaten 2014).
    static final int NEIGHBOURS = 3;

    private static final int HALVINGS = 64;
    private static final double CLOSE_ENOUGH = 1e-6;

    private PerplexityWeights() {}

    /// The joint probabilities: over all edges, each counted at both ends, they add up to 1.
    static NeighbourGraph graph(Neighbours found, double perplexity) {
        int points = found.rows().length;
        float[][] given = new float[points][];
        for (int point = 0; point < points; point++) {
            given[point] = of(found.cosines()[point], perplexity);
        }
        return NeighbourGraph.of(
                found, given, (one, other) -> (one + other) / (2.0 * Math.max(1, points)));
    }

    /// @param cosines of one point's neighbours, the greatest first
    static float[] of(float[] cosines, double perplexity) {
        double[] squares = new double[cosines.length];
        for (int at = 0; at < squares.length; at++) {
            // less the nearest one's, which changes nothing but keeps the greatest power at 1
            squares[at] = 2 * ((double) cosines[0] - cosines[at]);
        }
        double target = Math.log(Math.min(perplexity, cosines.length));
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        double[] powers = new double[squares.length];
        double sum = 0;
        for (int halving = 0; halving < HALVINGS; halving++) {
            sum = 0;
            double along = 0;
            for (int at = 0; at < squares.length; at++) {
                powers[at] = Math.exp(-squares[at] * precision);
                sum += powers[at];
                along += squares[at] * powers[at];
            }
            double entropy = Math.log(sum) + precision * along / sum;
            if (Math.abs(entropy - target) < CLOSE_ENOUGH) {
                break;
            }
            if (entropy > target) {
                low = precision;
            } else {
                high = precision;
            }
            precision = Double.isInfinite(high) ? precision * 2 : (low + high) / 2;
        }
        float[] weights = new float[powers.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) (powers[at] / sum);
        }
        return weights;
    }
}
