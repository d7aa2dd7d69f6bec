package org.clpworkbench.projection;

import java.util.Locale;

/// What decides where the points of a map stand, besides the matrix.
///
/// @param neighbours of UMAP, a token itself among them as in its paper; the perplexity of t-SNE;
///   without meaning for PCA
public record ProjectionSpec(ProjectionMethod method, RowSpace space, int neighbours, long seed) {
    public static final int FEWEST_NEIGHBOURS = 3;
    public static final int MOST_NEIGHBOURS = 100;

    /// Of UMAP: `min_dist` and `spread`, points pushed away for each that is pulled.
    public static final double LEAST_DISTANCE = UmapLayout.LEAST_DISTANCE;

    public static final double SPREAD = UmapLayout.SPREAD;
    public static final int NEGATIVE_SAMPLES = UmapLayout.NEGATIVES;

    /// Of t-SNE: how far off a cell counts as one point, and how long points are moved.
    public static final double THETA = QuadTree.THETA;

    public static final int ITERATIONS = TsneLayout.ITERATIONS;

    /// Of UMAP: how often all points are moved.
    public static int epochs(int points) {
        return UmapLayout.epochs(points);
    }

    /// Of UMAP and t-SNE: how many principal axes neighbours are looked for along.
    ///
    /// @param width of the matrix
    public static int axes(int width) {
        return Math.min(Projector.AXES, width);
    }

    public ProjectionSpec {
        if (neighbours < FEWEST_NEIGHBOURS || neighbours > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "%d neighbours; between %d and %d can be asked for."
                            .formatted(neighbours, FEWEST_NEIGHBOURS, MOST_NEIGHBOURS));
        }
    }

    /// Everything that the method is given, in words that are the same for the same map: for files
    /// and logs.
    public String parameters() {
        String all = "%s, %s, seed %d".formatted(method.word(), space.word(), seed);
        return switch (method) {
            case PCA -> all;
            case UMAP ->
                    String.format(
                            Locale.ROOT,
                            "%s, %d neighbours, min_dist %.1f, spread %.0f, %d negative samples",
                            all,
                            neighbours,
                            LEAST_DISTANCE,
                            SPREAD,
                            NEGATIVE_SAMPLES);
            case T_SNE ->
                    String.format(
                            Locale.ROOT,
                            "%s, perplexity %d, theta %.1f, %d iterations",
                            all,
                            neighbours,
                            THETA,
                            ITERATIONS);
        };
    }
}
