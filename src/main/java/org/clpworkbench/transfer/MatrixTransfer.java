package org.clpworkbench.transfer;

import org.clpworkbench.compute.BlockRows;
import org.clpworkbench.compute.OrderedBlocks;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.clpworkbench.vocab.SpecialRole;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Makes one vocabulary × width matrix of the target, a block of rows at a time: anchors copied,
/// missing rows combined, rows without a token at the source's mean.
final class MatrixTransfer implements AutoCloseable {
    private static final int LARGEST_BLOCK = 512;

    /// Where every token is compared with every anchor.
    private static final int BLOCK_OF_ALL_PAIRS = 128;

    /// Weights that are looked at together, in F64.
    private static final int WEIGHTS = 1 << 21;

    private static final int COMBINED = -1;
    private static final int MEAN = -2;

    private final Anchors anchors;
    private final SpaceVectors vectors;
    private final Combination combination;
    private final boolean baseline;
    private final int block;

    /// For each row of the target the source's row that is copied, or one of the two above.
    private final int[] origin;

    private MatrixTransfer(
            Anchors anchors,
            SpaceVectors vectors,
            Combination combination,
            Weighting weighting,
            int[] origin) {
        this.anchors = anchors;
        this.vectors = vectors;
        this.combination = combination;
        this.baseline = weighting.baseline();
        this.block =
                weighting.comparesAllPairs()
                        ? BLOCK_OF_ALL_PAIRS
                        : Math.min(LARGEST_BLOCK, BlockRows.of(anchors.sourceWidth()));
        this.origin = origin;
    }

    /// Learns how the matrix is made; its stages are "Reading anchors" and "Learning the
    /// combination".
    ///
    /// @param rows of the target, padding included
    /// @throws TransferException when there are too few anchors
    static MatrixTransfer fit(
            TokenRows source,
            SpaceVectors vectors,
            Overlap overlap,
            int rows,
            Recipe recipe,
            long seed,
            Progress progress)
            throws TransferException {
        progress.stage("Reading anchors");
        var weighting = Methods.weighting(recipe.weighting());
        var anchors =
                new Anchors(
                        vectors.anchorVectors(),
                        vectors.width(),
                        vectors.anchorIds(),
                        source,
                        RowSpread.of(source, progress),
                        seed);
        if (anchors.count() == 0 && !weighting.baseline()) {
            throw new TransferException(
                    Sentence.of(MatrixTransfer.class, "anchors.none", recipe.name()));
        }
        progress.stage("Learning the combination");
        progress.checkCancelled();
        return new MatrixTransfer(
                anchors,
                vectors,
                weighting.fit(anchors, progress),
                weighting,
                origin(overlap, rows));
    }

    private static int[] origin(Overlap overlap, int rows) {
        int[] origin = new int[rows];
        Arrays.fill(origin, MEAN);
        for (int id : overlap.missing()) {
            origin[id] = takesMean(overlap, id) ? MEAN : COMBINED;
        }
        for (Anchor anchor : overlap.anchors()) {
            origin[anchor.targetId()] = anchor.sourceId();
        }
        return origin;
    }

    /// Whether a token without a counterpart is that for unknown text, which takes the mean. Exact
    /// matching is the published method, which knows no roles.
    static boolean takesMean(Overlap overlap, int missing) {
        return overlap.matching() != Matching.EXACT
                && overlap.target().role(SpecialRole.UNK).equals(OptionalInt.of(missing));
    }

    /// The anchors that missing rows are made of.
    Anchors anchors() {
        return anchors;
    }

    RowSpread spread() {
        return anchors.spread();
    }

    OptionalDouble explained() {
        return combination.explained();
    }

    /// The matrix as it is written, and in `fallback` the missing ids without any information:
    /// drawn from the source's spread.
    TensorSource values(BitSet fallback, Progress progress) {
        return sink ->
                OrderedBlocks.run(
                        Math.ceilDiv(origin.length, block),
                        number -> {
                            progress.checkCancelled();
                            int from = number * block;
                            return rows(from, Math.min(block, origin.length - from));
                        },
                        made -> {
                            sink.write(made.values);
                            fallback.or(made.fallback);
                        });
    }

    /// @param fallback ids
    private record Rows(float[] values, BitSet fallback) {}

    private Rows rows(int from, int count) {
        int width = anchors.sourceWidth();
        float[] values = new float[count * width];
        int[] wanted = new int[count];
        int size = 0;
        var fallback = new BitSet();
        for (int id = from; id < from + count; id++) {
            int at = (id - from) * width;
            if (origin[id] >= 0) {
                anchors.source().read(origin[id], values, at);
            } else if (origin[id] == MEAN) {
                anchors.spread().mean(values, at);
            } else if (baseline || vectors.has(id)) {
                wanted[size++] = id;
            } else {
                fallback.set(id);
            }
        }
        combine(Arrays.copyOf(wanted, size), values, from, fallback);
        fallback.stream()
                .forEach(
                        id -> {
                            var random = Seeds.of(anchors.seed(), id);
                            anchors.spread().draw(random, 1, values, (id - from) * width);
                        });
        anchors.source().tensor().release();
        return new Rows(values, fallback);
    }

    private void combine(int[] ids, float[] values, int from, BitSet fallback) {
        if (ids.length == 0) {
            return;
        }
        int width = anchors.sourceWidth();
        float[] known = baseline ? new float[0] : vectors.gather(ids);
        var made = combination.combine(ids, known);
        for (int at = 0; at < ids.length; at++) {
            if (made.without().get(at) || (!baseline && isZero(known, at))) {
                fallback.set(ids[at]);
            } else {
                System.arraycopy(made.rows(), at * width, values, (ids[at] - from) * width, width);
            }
        }
    }

    /// A token whose vector is 0 points nowhere.
    private boolean isZero(float[] known, int row) {
        for (int at = row * vectors.width(); at < (row + 1) * vectors.width(); at++) {
            if (known[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /// A target token's row as it is written, and how it came about.
    record Made(float[] row, RowOrigin origin) {}

    Made make(int id) {
        Rows made = rows(id, 1);
        if (made.fallback.get(id)) {
            return new Made(made.values, RowOrigin.DRAWN);
        }
        return new Made(
                made.values,
                switch (origin[id]) {
                    case COMBINED -> RowOrigin.COMBINED;
                    case MEAN -> RowOrigin.MEAN;
                    default -> RowOrigin.COPIED;
                });
    }

    /// The weight of each anchor in a token's row; empty when rows are not made of anchors, or
    /// nothing is known of the token.
    double[] weights(int id) {
        return !baseline && vectors.has(id)
                ? combination.weights(vectors.gather(new int[] {id}))
                : new double[0];
    }

    /// Mean exp(entropy of |weights|) over some missing tokens; 0 without weights.
    double effectiveAnchors(int[] sample, Progress progress) {
        int[] known = Arrays.stream(sample).filter(vectors::has).toArray();
        if (baseline || known.length == 0) {
            return 0;
        }
        double[] sum = {0};
        int size = Math.clamp(WEIGHTS / anchors.count(), 16, LARGEST_BLOCK);
        OrderedBlocks.run(
                Math.ceilDiv(known.length, size),
                number -> {
                    progress.checkCancelled();
                    int from = number * size;
                    int to = Math.min(from + size, known.length);
                    int[] ids = Arrays.copyOfRange(known, from, to);
                    double[] weights = combination.weights(vectors.gather(ids));
                    double effective = 0;
                    for (int at = 0; at < ids.length; at++) {
                        int begin = at * anchors.count();
                        effective += Entropy.effective(weights, begin, anchors.count());
                    }
                    return effective;
                },
                effective -> sum[0] += effective);
        return sum[0] / known.length;
    }

    @Override
    public void close() {
        combination.close();
    }
}
