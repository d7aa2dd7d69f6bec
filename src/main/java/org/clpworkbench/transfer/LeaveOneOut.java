package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.Arrays;

/// Chooses the λ of a ridge map by how well each anchor is predicted from all the others, in closed
/// form: with h_i = f_iᵀ(FᵀF + λI)⁻¹f_i, leaving anchor i out turns its residual r_i into r_i / (1
/// − h_i). All in F64, anchors in blocks.
final class LeaveOneOut {
    private static final int BLOCK = 1024;

    /// λ as a multiple of the mean of FᵀF's diagonal: decades first, then a third of one around the
    /// best.
    private static final double[] DECADES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};

    /// @param inverse (F_Oᵀ F_O + λI)⁻¹
    /// @param map W
    /// @param explained 1 − leave-one-out residuals² / deviations from the anchors' mean²
    record Choice(double lambda, Matrix inverse, Matrix map, double explained) {}

    private final Anchors anchors;
    private final Matrices matrices;
    private final Progress progress;
    private final int features;
    private final double[] gram;
    private final Matrix cross;
    private final double total;

    private LeaveOneOut(Anchors anchors, Matrices matrices, Progress progress) {
        this.anchors = anchors;
        this.matrices = matrices;
        this.progress = progress;
        features = anchors.helperWidth() + 1;
        gram = new double[features * features];
        double[] product = new double[features * anchors.sourceWidth()];
        for (int from = 0; from < anchors.count(); from += BLOCK) {
            progress.checkCancelled();
            try (Matrix f = features(from);
                    Matrix e = source(from);
                    Matrix ff = f.transposedTimes(f);
                    Matrix fe = f.transposedTimes(e)) {
                add(gram, ff.doubles());
                add(product, fe.doubles());
            }
        }
        cross = matrices.of(product, features, anchors.sourceWidth());
        total = deviations();
    }

    static Choice choose(Anchors anchors, Matrices matrices, Progress progress) {
        var search = new LeaveOneOut(anchors, matrices, progress);
        double unit = search.meanDiagonal();
        Choice best = search.fit(DECADES[0] * unit);
        for (int at = 1; at < DECADES.length; at++) {
            best = better(best, search.fit(DECADES[at] * unit));
        }
        double centre = best.lambda();
        for (double factor :
                new double[] {Math.cbrt(0.01), Math.cbrt(0.1), Math.cbrt(10), Math.cbrt(100)}) {
            best = better(best, search.fit(centre * factor));
        }
        return best;
    }

    private static Choice better(Choice a, Choice b) {
        boolean second = b.explained > a.explained;
        Choice worse = second ? a : b;
        worse.inverse.close();
        worse.map.close();
        return second ? b : a;
    }

    private Choice fit(double lambda) {
        progress.checkCancelled();
        double[] ridge = gram.clone();
        for (int at = 0; at < ridge.length; at += features + 1) {
            ridge[at] += lambda;
        }
        Matrix inverse;
        try (Matrix full = matrices.of(ridge, features, features)) {
            inverse = full.inverse();
        }
        Matrix map = inverse.times(cross);
        double residuals = 0;
        for (int from = 0; from < anchors.count(); from += BLOCK) {
            progress.checkCancelled();
            residuals += residuals(from, inverse, map);
        }
        double explained = total > 0 ? 1 - residuals / total : 0;
        return new Choice(lambda, inverse, map, explained);
    }

    private double residuals(int from, Matrix inverse, Matrix map) {
        try (Matrix f = features(from);
                Matrix projected = f.times(inverse);
                Matrix predicted = f.times(map)) {
            double[] hat = projected.doubles();
            double[] own = f.doubles();
            double[] rows = predicted.doubles();
            int width = anchors.sourceWidth();
            double sum = 0;
            for (int row = 0; row < f.rows(); row++) {
                double leverage = 0;
                for (int at = row * features; at < (row + 1) * features; at++) {
                    leverage += hat[at] * own[at];
                }
                double squares = 0;
                for (int column = 0; column < width; column++) {
                    double known = anchors.source()[(from + row) * width + column];
                    double residual = known - rows[row * width + column];
                    squares += residual * residual;
                }
                double kept = Math.max(1e-12, 1 - leverage);
                sum += squares / (kept * kept);
            }
            return sum;
        }
    }

    private double deviations() {
        int width = anchors.sourceWidth();
        float[] source = anchors.source();
        double[] mean = new double[width];
        for (int at = 0; at < source.length; at++) {
            mean[at % width] += source[at] / (double) anchors.count();
        }
        double sum = 0;
        for (int at = 0; at < source.length; at++) {
            double deviation = source[at] - mean[at % width];
            sum += deviation * deviation;
        }
        return sum;
    }

    private double meanDiagonal() {
        double trace = 0;
        for (int at = 0; at < gram.length; at += features + 1) {
            trace += gram[at];
        }
        return trace / features;
    }

    private Matrix features(int from) {
        int width = anchors.helperWidth();
        float[] rows = block(anchors.helper(), from, width);
        return matrices.of(LinearMap.withBias(rows, width), rows.length / width, features);
    }

    private Matrix source(int from) {
        int width = anchors.sourceWidth();
        double[] rows = UnitRows.doubles(block(anchors.source(), from, width));
        return matrices.of(rows, rows.length / width, width);
    }

    private float[] block(float[] values, int from, int width) {
        int to = Math.min(from + BLOCK, anchors.count());
        return Arrays.copyOfRange(values, from * width, to * width);
    }

    private static void add(double[] sum, double[] values) {
        for (int at = 0; at < sum.length; at++) {
            sum[at] += values[at];
        }
    }
}
