package org.clpworkbench.projection;

import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldArgumentException;

/// Makes a map of a matrix's rows: its principal axes; for UMAP and t-SNE the exact nearest
/// neighbours by cosine along the first 50 of them, then a layout that begins at the first two. The
/// same seed gives the same map, whatever the number of cores.
public final class Projector {
    /// Rows fewer than these have no shape.
    public static final int FEWEST_ROWS = 4;

    /// Along so many principal axes neighbours are looked for, or all where there are fewer.
    static final int AXES = 50;

    private Projector() {}

    /// Stages: "Finding principal axes", "Finding neighbours", "Arranging tokens", "Measuring what
    /// the map keeps".
    ///
    /// @throws IllegalArgumentException when there are fewer than {@link #FEWEST_ROWS} rows, or one
    ///   holds a value that is no number
    public static Projection of(Rows matrix, ProjectionSpec spec, Progress progress) {
        if (matrix.count() < FEWEST_ROWS) {
            throw new ToldArgumentException(
                    Sentence.of(Projector.class, "rows.few", matrix.count(), FEWEST_ROWS));
        }
        Rows rows = spec.space() == RowSpace.DIRECTIONS ? new UnitRows(matrix) : matrix;
        int most = spec.method() == ProjectionMethod.PCA ? 2 : AXES;
        var axes = PrincipalComponents.of(rows, most, spec.seed(), progress);
        float[] scores = axes.scores(rows, progress);
        Plane plane = plane(scores, axes.axes().length, spec, progress);
        float[] x = plane.horizontal();
        float[] y = plane.vertical();
        double kept = KeptNeighbours.share(new CentredRows(rows, axes.mean()), x, y, progress);
        boolean linear = spec.method() == ProjectionMethod.PCA;
        return new Projection(x, y, kept, linear ? axes.share(2) : Double.NaN);
    }

    private static Plane plane(float[] scores, int width, ProjectionSpec spec, Progress progress) {
        return switch (spec.method()) {
            case PCA -> Plane.ofScores(scores, width, 1);
            case UMAP -> {
                int many = Math.min(spec.neighbours(), scores.length / width);
                Neighbours found = neighbours(scores, width, many - 1, progress);
                NeighbourGraph graph = FuzzyWeights.graph(found, many);
                yield UmapLayout.of(graph, scores, width, spec.seed(), progress);
            }
            case T_SNE -> {
                int others = scores.length / width - 1;
                int many = Math.min(PerplexityWeights.NEIGHBOURS * spec.neighbours(), others);
                double perplexity =
                        Math.min(spec.neighbours(), (double) many / PerplexityWeights.NEIGHBOURS);
                Neighbours found = neighbours(scores, width, many, progress);
                NeighbourGraph graph = PerplexityWeights.graph(found, perplexity);
                yield TsneLayout.of(graph, scores, width, spec.seed(), progress);
            }
        };
    }

    private static Neighbours neighbours(float[] scores, int width, int k, Progress progress) {
        progress.stage("Finding neighbours");
        return NeighbourSearch.all(
                Rows.of(scores, width),
                k,
                (done, total) -> {
                    progress.checkCancelled();
                    progress.update(done, total, "blocks");
                });
    }
}
