package org.clpworkbench.projection;

import org.clpworkbench.compute.Rows;

import java.util.SplittableRandom;

/// Rows around some centres, far from one another: row n belongs to cluster n mod `clusters`.
record Clusters(int clusters, Rows rows) {
    /// @param spread of the rows around their centre, whose own elements have deviation 1
    static Clusters of(int clusters, int count, int width, double spread, long seed) {
        var random = new SplittableRandom(seed);
        double[] centres = new double[clusters * width];
        for (int at = 0; at < centres.length; at++) {
            centres[at] = random.nextGaussian();
        }
        float[] values = new float[count * width];
        for (int at = 0; at < values.length; at++) {
            int row = at / width;
            double centre = centres[row % clusters * width + at % width];
            values[at] = (float) (centre + spread * random.nextGaussian());
        }
        return new Clusters(clusters, Rows.of(values, width));
    }

    /// The share of points whose nearest point in the plane is of their own cluster.
    double purity(Projection map) {
        int pure = 0;
        for (int point = 0; point < map.size(); point++) {
            int nearest = KeptNeighbours.nearest(map.x(), map.y(), point, 1)[0];
            pure += nearest % clusters == point % clusters ? 1 : 0;
        }
        return (double) pure / map.size();
    }

    /// The least distance between the middles of two clusters, in units of the greatest mean
    /// distance of a cluster's points from their middle.
    double separation(Projection map) {
        double[][] middles = new double[clusters][2];
        int[] sizes = new int[clusters];
        for (int point = 0; point < map.size(); point++) {
            middles[point % clusters][0] += map.x()[point];
            middles[point % clusters][1] += map.y()[point];
            sizes[point % clusters]++;
        }
        double[] radii = new double[clusters];
        for (int at = 0; at < clusters; at++) {
            middles[at][0] /= sizes[at];
            middles[at][1] /= sizes[at];
        }
        for (int point = 0; point < map.size(); point++) {
            double[] middle = middles[point % clusters];
            double away = Math.hypot(map.x()[point] - middle[0], map.y()[point] - middle[1]);
            radii[point % clusters] += away / sizes[point % clusters];
        }
        double least = Double.POSITIVE_INFINITY;
        double widest = 0;
        for (int a = 0; a < clusters; a++) {
            widest = Math.max(widest, radii[a]);
            for (int b = 0; b < a; b++) {
                double apart =
                        Math.hypot(middles[a][0] - middles[b][0], middles[a][1] - middles[b][1]);
                least = Math.min(least, apart);
            }
        }
        return least / widest;
    }
}
