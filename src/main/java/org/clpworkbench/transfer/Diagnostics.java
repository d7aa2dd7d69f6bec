package org.clpworkbench.transfer;

import org.clpworkbench.compute.NearestNeighbours;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// Figures that tell a good start from a bad one, measured on the new rows of one matrix.
final class Diagnostics {
    static final int NEIGHBOURS = 10;
    private static final int LARGEST_SAMPLE = 2000;
    private static final int BLOCK = 64;
    private static final double TOLERATED_GROWTH = 5;
    private static final int WORST = 5;

    private final Overlap overlap;
    private final float[] values;
    private final int width;

    /// @param values the new matrix, from row 0 on
    Diagnostics(Overlap overlap, float[] values, int width) {
        this.overlap = overlap;
        this.values = values;
        this.width = width;
    }

    /// At most 2,000 missing ids, ascending: all of them, or drawn with the seed.
    static int[] sample(Overlap overlap, long seed) {
        int[] ids = overlap.missing().stream().mapToInt(Integer::intValue).toArray();
        if (ids.length <= LARGEST_SAMPLE) {
            return ids;
        }
        var random = new Random(seed);
        for (int at = 0; at < LARGEST_SAMPLE; at++) {
            int other = random.nextInt(at, ids.length);
            int swapped = ids[at];
            ids[at] = ids[other];
            ids[other] = swapped;
        }
        int[] chosen = Arrays.copyOf(ids, LARGEST_SAMPLE);
        Arrays.sort(chosen);
        return chosen;
    }

    /// Mean share of a sampled token's 10 nearest missing tokens in the helper that are also among
    /// its 10 nearest missing tokens in the new matrix. Anchors keep the source's geometry and are
    /// left out.
    double agreement(Tensor helper, int[] sample, Progress progress) {
        int known = Math.toIntExact(helper.entry().shape().getFirst());
        int[] ids =
                overlap.missing().stream()
                        .mapToInt(Integer::intValue)
                        .filter(id -> id < known)
                        .toArray();
        int count = ids.length;
        int[] queries =
                Arrays.stream(sample)
                        .filter(id -> id < known)
                        .map(id -> Arrays.binarySearch(ids, id))
                        .toArray();
        if (queries.length == 0) {
            return 0;
        }
        float[] space = MatrixTransfer.gather(helper, ids, progress);
        progress.checkCancelled();
        try (var there = new NearestNeighbours(space, count, space.length / count);
                var here = new NearestNeighbours(newRows(ids), count, width)) {
            double shared = 0;
            for (int from = 0; from < queries.length; from += BLOCK) {
                progress.checkCancelled();
                progress.update(from, queries.length, "tokens");
                int[] some =
                        Arrays.copyOfRange(queries, from, Math.min(from + BLOCK, queries.length));
                int[][] before = there.of(some, NEIGHBOURS);
                int[][] after = here.of(some, NEIGHBOURS);
                for (int at = 0; at < some.length; at++) {
                    shared += share(before[at], after[at]);
                }
            }
            return shared / queries.length;
        }
    }

    private static double share(int[] before, int[] after) {
        long common =
                Arrays.stream(before)
                        .filter(a -> Arrays.stream(after).anyMatch(b -> a == b))
                        .count();
        return before.length == 0 ? 0 : (double) common / before.length;
    }

    private float[] newRows(int[] ids) {
        float[] rows = new float[ids.length * width];
        for (int at = 0; at < ids.length; at++) {
            System.arraycopy(values, ids[at] * width, rows, at * width, width);
        }
        return rows;
    }

    /// Mean cosine of the missing rows to their mean.
    double collapse() {
        double[] mean = new double[width];
        for (int id : overlap.missing()) {
            for (int column = 0; column < width; column++) {
                mean[column] += values[id * width + column];
            }
        }
        double length = norm(mean);
        double sum = 0;
        for (int id : overlap.missing()) {
            double dot = 0;
            for (int column = 0; column < width; column++) {
                dot += values[id * width + column] * mean[column];
            }
            double product = length * norm(id);
            sum += product > 0 ? dot / product : 0;
        }
        return overlap.missing().isEmpty() ? 0 : sum / overlap.missing().size();
    }

    double medianMissingNorm() {
        return RowSpread.median(
                overlap.missing().stream().mapToDouble(this::norm).sorted().toArray());
    }

    double largestMissingNorm() {
        return overlap.missing().stream().mapToDouble(this::norm).max().orElse(0);
    }

    /// What a person should know before training on these rows.
    List<String> warnings(String tensor, RowSpread source, BitSet fallback) {
        var warnings = new ArrayList<String>();
        double limit = TOLERATED_GROWTH * source.largestNorm();
        List<Integer> outgrown =
                overlap.missing().stream()
                        .filter(id -> norm(id) > limit)
                        .sorted(Comparator.comparingDouble((Integer id) -> -norm(id)))
                        .toList();
        if (!outgrown.isEmpty()) {
            warnings.add(
                    ("%,d combined rows of %s are more than 5 times as long as the source's longest"
                         + " row (worst: %s): sums of cosines near zero blew them up, and their"
                         + " scores will drown all others. Use clp-centered or linear.")
                            .formatted(outgrown.size(), tensor, worst(outgrown, source)));
        }
        if (!fallback.isEmpty()) {
            warnings.add(
                    "%,d missing tokens of %s could not be combined from any anchor; their rows are drawn from the source's distribution."
                            .formatted(fallback.cardinality(), tensor));
        }
        return warnings;
    }

    private String worst(List<Integer> outgrown, RowSpread source) {
        return outgrown.stream()
                .limit(WORST)
                .map(
                        id ->
                                String.format(
                                        Locale.ROOT,
                                        "\"%s\" %.0f times",
                                        overlap.target().display(id),
                                        norm(id) / source.largestNorm()))
                .collect(Collectors.joining(", "));
    }

    private double norm(int id) {
        double squares = 0;
        for (int at = id * width; at < (id + 1) * width; at++) {
            squares += (double) values[at] * values[at];
        }
        return Math.sqrt(squares);
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(value -> value * value).sum());
    }
}
