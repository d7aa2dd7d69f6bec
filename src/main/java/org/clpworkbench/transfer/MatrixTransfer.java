package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.clpworkbench.vocab.SpecialRole;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/// Makes one vocabulary × width matrix of the target: anchors copied, missing rows combined.
final class MatrixTransfer {
    static final int BLOCK = 256;

    private final Tensor source;
    private final Tensor helper;
    private final Overlap overlap;
    private final int rows;
    private final int[] targetIds;
    private final Anchors anchors;

    /// @param rows of the target, padding included
    MatrixTransfer(
            Tensor source, Tensor helper, Overlap overlap, int rows, long seed, Progress progress) {
        this.source = source;
        this.helper = helper;
        this.overlap = overlap;
        this.rows = rows;
        List<Anchor> known =
                overlap.anchors().stream().filter(a -> a.targetId() < helperRows()).toList();
        targetIds = known.stream().mapToInt(Anchor::targetId).toArray();
        anchors =
                new Anchors(
                        known.size(),
                        gather(helper, targetIds, progress),
                        width(helper),
                        gather(
                                source,
                                known.stream().mapToInt(Anchor::sourceId).toArray(),
                                progress),
                        width(source),
                        RowSpread.of(source, progress),
                        seed);
    }

    /// The anchors that have a row on both sides.
    Anchors anchors() {
        return anchors;
    }

    /// Their target ids, in the same order.
    int[] targetIds() {
        return targetIds.clone();
    }

    /// The finished matrix, rows × source width.
    ///
    /// @param fallback missing ids without any information: drawn from the source's spread
    /// @param effective mean exp(entropy of |weights|) over a sample of the missing rows; 0 without
    ///   weights
    record Result(
            float[] values,
            BitSet fallback,
            RowSpread spread,
            OptionalDouble explained,
            double effective) {}

    /// @param sample missing ids over which the effective number of anchors is averaged
    Result run(Methods.Entry method, int[] sample, Progress progress) throws TransferException {
        if (anchors.count() == 0 && !method.baseline()) {
            throw new TransferException(
                    "The vocabularies share no token, so \"%s\" has nothing to combine; choose another matching."
                            .formatted(method.name()));
        }
        int width = width(source);
        float[] values = new float[Math.multiplyExact(rows, width)];
        for (int row = 0; row < rows; row++) {
            anchors.spread().mean(values, row * width);
        }
        for (Anchor anchor : overlap.anchors()) {
            source.readFloats(
                    (long) anchor.sourceId() * width, values, anchor.targetId() * width, width);
        }
        try (var combination = Methods.weighting(method.name()).fit(anchors, progress)) {
            var fallback = combineAll(combination, values, progress);
            double effective = effective(combination, sample, progress);
            return new Result(
                    values, fallback, anchors.spread(), combination.explained(), effective);
        }
    }

    private BitSet combineAll(Combination combination, float[] values, Progress progress) {
        int width = width(source);
        var fallback = new BitSet();
        var known = new ArrayList<Integer>();
        for (int id : overlap.missing()) {
            if (!meanByRole(id)) {
                fallback.set(id);
                if (id < helperRows()) {
                    known.add(id);
                }
            }
        }
        for (int from = 0; from < known.size(); from += BLOCK) {
            progress.checkCancelled();
            progress.update(from, known.size(), "rows");
            int[] ids =
                    known.subList(from, Math.min(from + BLOCK, known.size())).stream()
                            .mapToInt(Integer::intValue)
                            .toArray();
            var block = combination.combine(ids, gather(helper, ids, progress));
            for (int at = 0; at < ids.length; at++) {
                if (!block.without().get(at)) {
                    fallback.clear(ids[at]);
                    System.arraycopy(block.rows(), at * width, values, ids[at] * width, width);
                }
            }
        }
        fallback.stream()
                .forEach(
                        id -> {
                            var random = Seeds.of(anchors.seed(), id);
                            anchors.spread().draw(random, 1, values, id * width);
                        });
        return fallback;
    }

    /// An unknown-token without a counterpart takes the mean. Exact matching is the published
    /// method, which knows no roles.
    private boolean meanByRole(int id) {
        return overlap.matching() != Matching.EXACT
                && overlap.target().role(SpecialRole.UNK).orElse(-1) == id;
    }

    private double effective(Combination combination, int[] sample, Progress progress) {
        int[] known = Arrays.stream(sample).filter(id -> id < helperRows()).toArray();
        double sum = 0;
        for (int from = 0; from < known.length; from += BLOCK) {
            progress.checkCancelled();
            int[] ids = Arrays.copyOfRange(known, from, Math.min(from + BLOCK, known.length));
            double[] weights = combination.weights(gather(helper, ids, progress));
            if (weights.length == 0) {
                return 0;
            }
            for (int at = 0; at < ids.length; at++) {
                sum += Entropy.effective(weights, at * anchors.count(), anchors.count());
            }
        }
        return known.length == 0 ? 0 : sum / known.length;
    }

    private int helperRows() {
        return Math.toIntExact(helper.entry().shape().getFirst());
    }

    private static int width(Tensor matrix) {
        return Math.toIntExact(matrix.entry().shape().get(1));
    }

    /// Rows of a matrix by number, as a matrix.
    static float[] gather(Tensor matrix, int[] ids, Progress progress) {
        int width = width(matrix);
        float[] rows = new float[Math.multiplyExact(ids.length, width)];
        for (int at = 0; at < ids.length; at++) {
            if (at % BLOCK == 0) {
                progress.checkCancelled();
            }
            matrix.readFloats((long) ids[at] * width, rows, at * width, width);
        }
        return rows;
    }
}
