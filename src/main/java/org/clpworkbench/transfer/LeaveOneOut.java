package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// Chooses the λ of a ridge map by how well each anchor is predicted from all the others, in closed
/// form: with h_i = f_iᵀ(FᵀF + λI)⁻¹f_i, leaving anchor i out turns its residual r_i into r_i / (1
/// − h_i). With C = FᵀE and v_i = (FᵀF + λI)⁻¹f_i the residual's length comes without predicting a
/// single row: ‖e_i‖² − 2 v_i·(C e_i) + v_i·(CCᵀ)v_i. So the source's rows are read once, and each
/// λ costs products of the features alone. All in F64.
final class LeaveOneOut {
    /// λ as a multiple of the mean of FᵀF's diagonal: decades first, then a third of one around the
    /// best.
    private static final double[] DECADES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};

    private static final double[] THIRDS = {
        Math.cbrt(0.01), Math.cbrt(0.1), Math.cbrt(10), Math.cbrt(100)
    };

    /// @param inverse (FᵀF + λI)⁻¹, features × features
    /// @param map W = (FᵀF + λI)⁻¹ C, features × source width
    /// @param explained 1 − leave-one-out residuals² / deviations from the anchors' mean²
    record Choice(double lambda, double[] inverse, double[] map, double explained) {}

    private record Score(double lambda, double explained) {
        Score orBetter(Score other) {
            return other.explained > explained ? other : this;
        }
    }

    private final Anchors anchors;
    private final Progress progress;
    private final int features;
    private final double[] gram;
    private final double[] cross;

    /// C e_i, and ‖e_i‖², of every anchor.
    private final double[] projected;

    private final double[] squares;
    private final double[] spanned;
    private final double deviations;

    private LeaveOneOut(Anchors anchors, Progress progress) {
        this.anchors = anchors;
        this.progress = progress;
        features = anchors.spaceWidth() + 1;
        int width = anchors.sourceWidth();
        var moments = AnchorMoments.of(anchors, progress);
        gram = moments.gram();
        cross = moments.cross();
        projected = new double[anchors.count() * features];
        squares = new double[anchors.count()];
        double[] sum = new double[width];
        try (var matrices = Matrices.onAnyDevice();
                Matrix c = matrices.of(cross, features, width)) {
            AnchorBlocks.add(sum, anchors, progress, (from, count) -> project(c, from, count));
        }
        spanned = OrderedBlocks.one(this::span);
        double all = Arrays.stream(squares).sum();
        double ofMean = Arrays.stream(sum).map(value -> value * value).sum() / anchors.count();
        deviations = all - ofMean;
    }

    static Choice choose(Anchors anchors, Progress progress) {
        var search = new LeaveOneOut(anchors, progress);
        double unit = search.meanDiagonal();
        Score coarse = search.best(Arrays.stream(DECADES).map(each -> each * unit).toArray());
        double centre = coarse.lambda;
        Score fine = search.best(Arrays.stream(THIRDS).map(each -> each * centre).toArray());
        return search.fit(coarse.orBetter(fine));
    }

    private Score best(double[] lambdas) {
        Score[] best = {new Score(lambdas[0], Double.NEGATIVE_INFINITY)};
        OrderedBlocks.run(
                lambdas.length,
                at -> score(lambdas[at]),
                score -> best[0] = best[0].orBetter(score));
        return best[0];
    }

    private Score score(double lambda) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix inverse = inverse(matrices, lambda);
                Matrix span = matrices.of(spanned, features, features)) {
            double residuals = 0;
            int size = AnchorBlocks.size(anchors);
            for (int from = 0; from < anchors.count(); from += size) {
                progress.checkCancelled();
                int count = Math.min(size, anchors.count() - from);
                double[] own = features(from, count);
                try (Matrix f = matrices.of(own, count, features);
                        Matrix v = f.times(inverse);
                        Matrix spread = v.times(span)) {
                    residuals += residuals(from, count, own, v.doubles(), spread.doubles());
                }
            }
            return new Score(lambda, deviations > 0 ? 1 - residuals / deviations : 0);
        }
    }

    private double residuals(int from, int count, double[] own, double[] v, double[] spread) {
        double sum = 0;
        for (int row = 0; row < count; row++) {
            double leverage = 0;
            double agreed = 0;
            double predicted = 0;
            for (int at = row * features; at < (row + 1) * features; at++) {
                leverage += v[at] * own[at];
                agreed += v[at] * projected[from * features + at];
                predicted += v[at] * spread[at];
            }
            double residual = Math.max(0, squares[from + row] - 2 * agreed + predicted);
            double kept = Math.max(1e-12, 1 - leverage);
            sum += residual / (kept * kept);
        }
        return sum;
    }

    private Choice fit(Score score) {
        double[] inverse = new double[features * features];
        double[] map =
                OrderedBlocks.one(
                        () -> {
                            try (var matrices = Matrices.onAnyDevice();
                                    Matrix inverted = inverse(matrices, score.lambda);
                                    Matrix c = matrices.of(cross, features, anchors.sourceWidth());
                                    Matrix w = inverted.times(c)) {
                                System.arraycopy(inverted.doubles(), 0, inverse, 0, inverse.length);
                                return w.doubles();
                            }
                        });
        return new Choice(score.lambda, inverse, map, score.explained);
    }

    private Matrix inverse(Matrices matrices, double lambda) {
        double[] ridge = gram.clone();
        for (int at = 0; at < ridge.length; at += features + 1) {
            ridge[at] += lambda;
        }
        try (Matrix full = matrices.of(ridge, features, features)) {
            return full.inverse();
        }
    }

    /// Fills in C e_i and ‖e_i‖² of a block of anchors and gives the sum of their rows.
    private double[] project(Matrix c, int from, int count) {
        int width = anchors.sourceWidth();
        double[] rows = UnitRows.doubles(anchors.rows(from, count));
        double[] sum = new double[width];
        for (int at = 0; at < rows.length; at++) {
            squares[from + at / width] += rows[at] * rows[at];
            sum[at % width] += rows[at];
        }
        try (var matrices = Matrices.onAnyDevice();
                Matrix e = matrices.of(rows, count, width);
                Matrix product = e.timesTransposed(c)) {
            System.arraycopy(product.doubles(), 0, projected, from * features, count * features);
        }
        return sum;
    }

    private double[] span() {
        try (var matrices = Matrices.onAnyDevice();
                Matrix c = matrices.of(cross, features, anchors.sourceWidth());
                Matrix product = c.timesTransposed(c)) {
            return product.doubles();
        }
    }

    private double meanDiagonal() {
        double trace = 0;
        for (int at = 0; at < gram.length; at += features + 1) {
            trace += gram[at];
        }
        return trace / features;
    }

    private double[] features(int from, int count) {
        return LinearMap.withBias(anchors.vectors(from, count), anchors.spaceWidth());
    }
}
