package org.clpworkbench.transfer;

import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What the rows of a finished embedding are like. Means over at most {@link #SAMPLE} missing
/// tokens where all pairs would have to be compared.
///
/// @param agreement mean share of a token's ten nearest in the helper that are among its ten
///   nearest here
/// @param collapse mean cosine of the missing rows to their mean
/// @param effectiveAnchors mean of exp(entropy of |weights|); 0 where there are no weights
/// @param medianNorm of the missing rows
/// @param largestNorm of the missing rows
/// @param overgrown missing tokens whose rows outgrow the source's largest more than {@link
///   #OVERGROWN} times, worst first
record RowDiagnostics(
        double agreement,
        double collapse,
        double effectiveAnchors,
        double medianNorm,
        double largestNorm,
        List<Integer> overgrown) {
    static final double OVERGROWN = 5;
    private static final int SAMPLE = 2000;
    private static final int NEIGHBOURS = 10;
    private static final int WEIGHT_BLOCK = 64;
    private static final long SAMPLING_STREAM = -7;

    /// Looks at the embedding `made`, as it was written.
    static RowDiagnostics of(
            Tensor made,
            Tensor helper,
            Overlap overlap,
            TargetRows rows,
            long seed,
            Progress progress) {
        int width = Math.toIntExact(made.entry().shape().get(1));
        int helperRows = Math.toIntExact(helper.entry().shape().get(0));
        int[] missing =
                overlap.missing().stream()
                        .mapToInt(Integer::intValue)
                        .filter(id -> id < helperRows)
                        .toArray();
        if (missing.length == 0) {
            return new RowDiagnostics(1, 0, 0, 0, 0, List.of());
        }
        var norms = new Norms(made, missing, width);
        int[] sample = sample(missing, seed);
        progress.checkCancelled();
        double effective = effectiveAnchors(rows, sample, progress);
        return new RowDiagnostics(
                agreement(made, helper, sample, progress),
                norms.meanCosineToMean(),
                effective,
                norms.median(),
                norms.largest(),
                norms.above(OVERGROWN * rows.spread().largestNorm()));
    }

    private static int[] sample(int[] missing, long seed) {
        if (missing.length <= SAMPLE) {
            return missing;
        }
        return Seeds.of(seed, SAMPLING_STREAM)
                .ints(0, missing.length)
                .distinct()
                .limit(SAMPLE)
                .map(i -> missing[i])
                .sorted()
                .toArray();
    }

    private static double agreement(Tensor made, Tensor helper, int[] sample, Progress progress) {
        int[][] there = nearest(helper, made, sample);
        progress.checkCancelled();
        int[][] here = nearest(made, helper, sample);
        long shared = 0;
        for (int i = 0; i < sample.length; i++) {
            int[] neighbours = here[i];
            shared +=
                    Arrays.stream(there[i])
                            .filter(id -> Arrays.stream(neighbours).anyMatch(n -> n == id))
                            .count();
        }
        return (double) shared / ((long) sample.length * NEIGHBOURS);
    }

    /// Nearest rows of `matrix` among the tokens that both have a row for.
    private static int[][] nearest(Tensor matrix, Tensor other, int[] queries) {
        int width = Math.toIntExact(matrix.entry().shape().get(1));
        int rows =
                Math.toIntExact(
                        Math.min(matrix.entry().shape().get(0), other.entry().shape().get(0)));
        try (var neighbours = new NearestNeighbours(matrix.rows(0, rows), rows, width)) {
            return neighbours.of(queries, Math.min(NEIGHBOURS, rows - 1));
        }
    }

    private static double effectiveAnchors(TargetRows rows, int[] sample, Progress progress) {
        double sum = 0;
        for (int from = 0; from < sample.length; from += WEIGHT_BLOCK) {
            progress.checkCancelled();
            int[] ids =
                    Arrays.copyOfRange(sample, from, Math.min(sample.length, from + WEIGHT_BLOCK));
            double[] weights = rows.combination().weights(rows.helperRows(ids));
            int anchors = weights.length / ids.length;
            for (int i = 0; i < ids.length; i++) {
                sum += effective(Arrays.copyOfRange(weights, i * anchors, (i + 1) * anchors));
            }
        }
        return sum / sample.length;
    }

    /// exp(entropy of |weights|); 0 when there are none.
    static double effective(double[] weights) {
        double total = Arrays.stream(weights).map(Math::abs).sum();
        if (total == 0) {
            return 0;
        }
        double entropy = 0;
        for (double weight : weights) {
            double share = Math.abs(weight) / total;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }

    /// Norms and directions of the missing rows, read a row at a time.
    private static final class Norms {
        private final int[] ids;
        private final double[] norms;
        private final double meanCosine;

        Norms(Tensor matrix, int[] ids, int width) {
            this.ids = ids;
            norms = new double[ids.length];
            double[] mean = new double[width];
            float[] row = new float[width];
            for (int i = 0; i < ids.length; i++) {
                matrix.readFloats((long) ids[i] * width, row, 0, width);
                double squares = 0;
                for (int column = 0; column < width; column++) {
                    squares += (double) row[column] * row[column];
                    mean[column] += row[column] / (double) ids.length;
                }
                norms[i] = Math.sqrt(squares);
            }
            double length = Math.sqrt(Arrays.stream(mean).map(v -> v * v).sum());
            double cosines = 0;
            for (int i = 0; i < ids.length; i++) {
                matrix.readFloats((long) ids[i] * width, row, 0, width);
                double product = 0;
                for (int column = 0; column < width; column++) {
                    product += row[column] * mean[column];
                }
                cosines += norms[i] > 0 && length > 0 ? product / (norms[i] * length) : 0;
            }
            meanCosine = cosines / ids.length;
        }

        double meanCosineToMean() {
            return meanCosine;
        }

        double median() {
            double[] sorted = norms.clone();
            Arrays.sort(sorted);
            return RowSpread.median(sorted);
        }

        double largest() {
            return Arrays.stream(norms).max().orElse(0);
        }

        List<Integer> above(double limit) {
            var places = new ArrayList<Integer>();
            for (int i = 0; i < ids.length; i++) {
                if (norms[i] > limit) {
                    places.add(i);
                }
            }
            places.sort(Comparator.comparingDouble((Integer i) -> norms[i]).reversed());
            return places.stream().map(i -> ids[i]).toList();
        }
    }
}
