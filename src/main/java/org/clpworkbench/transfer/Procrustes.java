package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrices;
import org.clpworkbench.compute.Matrix;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.SymmetricEigen;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.BitSet;

/// The helper's space, turned onto the source's: with A and Y the anchors' vectors and source rows
/// less their means,
///
///     G = AᵀY = UΣVᵀ    R = UVᵀ    s = ‖Y‖ / ‖AR‖    x_t = μ_E + s (h_t − μ_H) R
///
/// R is the map that keeps all lengths and angles and brings the anchors closest together
/// (Schönemann 1966); s spreads them as widely as the source's rows. A ridge map shrinks whatever it
/// cannot predict towards the mean; this one keeps the helper's geometry whole.
///
/// R needs no singular vectors of the source's side: with GGᵀ = UΣ²Uᵀ it is P G with P = UΣ⁻¹Uᵀ, the
/// directions without information left out. So a row is a combination of anchors all the same: the
/// weight of anchor v is 1/|O| + s (h_t − μ_H) P (h_v − μ_H)ᵀ. The map is learnt in F64, rows are made
/// with it in F32.
final class Procrustes implements Weighting {
    /// Directions below this share of the largest singular value are noise.
    private static final double SMALLEST_SHARE = 1e-6;

    @Override
    public Combination fit(Anchors anchors, Progress progress) throws TransferException {
        if (anchors.sourceWidth() == 1) {
            // one number for each token has no geometry to keep
            return new LinearMap().fit(anchors, progress);
        }
        var moments = AnchorMoments.of(anchors, progress);
        double[] squares = new double[1];
        AnchorBlocks.add(
                squares,
                anchors,
                progress,
                (from, count) -> new double[] {squares(anchors.rows(from, count))});
        progress.checkCancelled();
        return Turned.of(anchors, moments, squares[0], progress);
    }

    private static double squares(float[] rows) {
        double sum = 0;
        for (float value : rows) {
            sum += (double) value * value;
        }
        return sum;
    }

    /// @param map s R, space width × source width
    /// @param inverse s P, space width²
    /// @param found whether the anchors tell any direction at all
    private record Turned(
            Anchors anchors,
            Matrices matrices,
            Matrix map,
            Matrix inverse,
            double[] meanVector,
            double[] meanRow,
            boolean found)
            implements Combination {
        static Turned of(
                Anchors anchors, AnchorMoments moments, double squares, Progress progress) {
            int width = anchors.spaceWidth();
            int sourceWidth = anchors.sourceWidth();
            double[] cross = moments.centredCross();
            double[] meanRow = moments.meanRow();
            double[] outer = OrderedBlocks.one(() -> outer(cross, width, sourceWidth));
            var eigen = LeftAlone.await(() -> SymmetricEigen.of(outer, width), progress);
            double largest = Math.sqrt(Math.max(0, eigen.values()[width - 1]));
            double[] inverse = new double[width * width];
            double spread = 0;
            double[] gram = moments.centredGram();
            for (int at = 0; at < width && largest > 0; at++) {
                double singular = Math.sqrt(Math.max(0, eigen.values()[at]));
                if (singular > SMALLEST_SHARE * largest) {
                    double[] direction = eigen.vector(at);
                    add(inverse, 1 / singular, direction);
                    spread += form(gram, direction);
                }
            }
            double mean = Arrays.stream(meanRow).map(value -> value * value).sum();
            double deviations = Math.max(0, squares - moments.count() * mean);
            double scale = spread > 0 ? Math.sqrt(deviations / spread) : 0;
            Arrays.setAll(inverse, at -> scale * inverse[at]);
            double[] map = OrderedBlocks.one(() -> product(inverse, cross, width, sourceWidth));
            var matrices = Matrices.onAnyDevice();
            return new Turned(
                    anchors,
                    matrices,
                    matrices.of(UnitRows.floats(map), width, sourceWidth),
                    matrices.of(inverse, width, width),
                    moments.meanVector(),
                    meanRow,
                    spread > 0);
        }

        @Override
        public Block combine(int[] ids, float[] vectors) {
            var without = new BitSet();
            if (!found) {
                without.set(0, ids.length);
                return new Block(new float[ids.length * meanRow.length], without);
            }
            float[] centred = UnitRows.floats(centred(vectors));
            try (Matrix all = matrices.of(centred, ids.length, meanVector.length);
                    Matrix turned = all.times(map)) {
                float[] rows = turned.floats();
                for (int at = 0; at < rows.length; at++) {
                    rows[at] += (float) meanRow[at % meanRow.length];
                }
                return new Block(rows, without);
            }
        }

        @Override
        public double[] weights(float[] vectors) {
            try (Matrix centred = matrix(centred(vectors));
                    Matrix projected = centred.times(inverse)) {
                double[] weights =
                        AnchorBlocks.timesTransposed(
                                projected,
                                anchors,
                                (from, count) -> centred(anchors.vectors(from, count)));
                Arrays.setAll(weights, at -> weights[at] + 1.0 / anchors.count());
                return weights;
            }
        }

        private double[] centred(float[] vectors) {
            double[] centred = UnitRows.doubles(vectors);
            Arrays.setAll(centred, at -> centred[at] - meanVector[at % meanVector.length]);
            return centred;
        }

        private Matrix matrix(double[] rows) {
            return matrices.of(rows, rows.length / meanVector.length, meanVector.length);
        }

        @Override
        public void close() {
            matrices.close();
        }
    }

    /// G Gᵀ.
    private static double[] outer(double[] cross, int width, int sourceWidth) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix g = matrices.of(cross, width, sourceWidth);
                Matrix product = g.timesTransposed(g)) {
            return product.doubles();
        }
    }

    private static double[] product(double[] left, double[] right, int width, int columns) {
        try (var matrices = Matrices.onAnyDevice();
                Matrix a = matrices.of(left, width, width);
                Matrix b = matrices.of(right, width, columns);
                Matrix product = a.times(b)) {
            return product.doubles();
        }
    }

    /// Adds factor · u uᵀ.
    private static void add(double[] matrix, double factor, double[] u) {
        for (int row = 0; row < u.length; row++) {
            double scaled = factor * u[row];
            for (int column = 0; column < u.length; column++) {
                matrix[row * u.length + column] += scaled * u[column];
            }
        }
    }

    /// uᵀ M u.
    private static double form(double[] matrix, double[] u) {
        double sum = 0;
        for (int row = 0; row < u.length; row++) {
            double dot = 0;
            for (int column = 0; column < u.length; column++) {
                dot += matrix[row * u.length + column] * u[column];
            }
            sum += u[row] * dot;
        }
        return sum;
    }
}
