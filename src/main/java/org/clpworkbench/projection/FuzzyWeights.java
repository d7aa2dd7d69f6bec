package org.clpworkbench.projection;

import org.clpworkbench.compute.Neighbours;

/// How far each point holds its neighbours for near, as UMAP has it (McInnes, Healy, Melville 2018,
/// algorithm 3): the nearest wholly, the others by a scale of the point's own, chosen so that the
/// weights add up to log₂ of the number of neighbours. The distance is 1 − cosine.
final class FuzzyWeights {
    private static final int HALVINGS = 64;
    private static final double CLOSE_ENOUGH = 1e-5;
    private static final double LEAST_SCALE = 1e-3;

    private FuzzyWeights() {}

    /// @param neighbours as UMAP counts them, the point itself among them
    static NeighbourGraph graph(Neighbours found, int neighbours) {
        double target = Math.log(neighbours) / Math.log(2);
        float[][] given = new float[found.rows().length][];
        for (int point = 0; point < given.length; point++) {
            given[point] = of(found.cosines()[point], target);
        }
        return NeighbourGraph.of(found, given, (one, other) -> one + other - one * other);
    }

    /// @param cosines of one point's neighbours, the greatest first
    static float[] of(float[] cosines, double target) {
        double[] distances = new double[cosines.length];
        double nearest = 0;
        double mean = 0;
        for (int at = 0; at < distances.length; at++) {
            distances[at] = Math.max(0, 1 - (double) cosines[at]);
            nearest = nearest == 0 ? distances[at] : nearest;
            mean += distances[at] / distances.length;
        }
        double scale = Math.max(scale(distances, nearest, target), LEAST_SCALE * mean);
        float[] weights = new float[distances.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = (float) weight(distances[at] - nearest, scale);
        }
        return weights;
    }

    private static double scale(double[] distances, double nearest, double target) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double scale = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double sum = 0;
            for (double distance : distances) {
                sum += weight(distance - nearest, scale);
            }
            if (Math.abs(sum - target) < CLOSE_ENOUGH) {
                break;
            }
            if (sum > target) {
                high = scale;
            } else {
                low = scale;
            }
            scale = Double.isInfinite(high) ? scale * 2 : (low + high) / 2;
        }
        return scale;
    }

    private static double weight(double beyond, double scale) {
        return beyond <= 0 ? 1 : scale > 0 ? Math.exp(-beyond / scale) : 0;
    }
}
