package org.clpworkbench.projection;

import java.util.Locale;

/// What decides where the points of a map stand, besides the matrix.
///
/// @param neighbours of UMAP, a token itself among them as in its paper; the perplexity of t-SNE;
///   without meaning for PCA
public record ProjectionSpec(ProjectionMethod method, RowSpace space, int neighbours, long seed) {
    public static final int FEWEST_NEIGHBOURS = 3;
    public static final int MOST_NEIGHBOURS = 100;

    public ProjectionSpec {
        if (neighbours < FEWEST_NEIGHBOURS || neighbours > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "%d neighbours; between %d and %d can be asked for."
                            .formatted(neighbours, FEWEST_NEIGHBOURS, MOST_NEIGHBOURS));
        }
    }

    /// Everything that the method is given, in words that are the same for the same map.
    public String parameters() {
        String all = "%s, %s, seed %d".formatted(method.word(), space.word(), seed);
        return switch (method) {
            case PCA -> all;
            case UMAP ->
                    all
                            + ", %d neighbours, min_dist 0.1, spread 1, %d negative samples"
                                    .formatted(neighbours, UmapLayout.NEGATIVES);
            case T_SNE ->
                    String.format(
                            Locale.ROOT,
                            "%s, perplexity %d, theta %.1f, %d iterations",
                            all,
                            neighbours,
                            QuadTree.THETA,
                            TsneLayout.ITERATIONS);
        };
    }
}
