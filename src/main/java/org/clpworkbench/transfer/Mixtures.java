package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.transfer.TokenSpace.Mixture;
import org.clpworkbench.transfer.TokenSpace.Share;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// What tokens are made of by each method, with the method's own anchors; fitted when it is first
/// asked for.
final class Mixtures implements AutoCloseable {
    private final Pair pair;
    private final TokenRows source;
    private final TokenRows helper;
    private final Map<Matching, Overlap> overlaps = new EnumMap<>(Matching.class);
    private final Map<String, MatrixTransfer> fitted = new HashMap<>();

    Mixtures(Pair pair, TokenRows source, TokenRows helper) {
        this.pair = pair;
        this.source = source;
        this.helper = helper;
    }

    /// Which tokens are the same by a rule.
    synchronized Overlap overlap(Matching rule) {
        return overlaps.computeIfAbsent(rule, pair::overlap);
    }

    /// One after the other, for each may be the first to ask for its method.
    synchronized Mixture of(int targetId, String method, int top, Progress progress) {
        Recipe recipe = Recipe.of(method);
        progress.stage("Matching the tokens");
        Overlap overlap = overlap(recipe.matching());
        progress.checkCancelled();
        OptionalInt copied = overlap.sourceOf(targetId);
        return copied.isPresent()
                ? copied(targetId, method, copied.getAsInt(), progress)
                : made(targetId, method, top, transfer(recipe, overlap, progress), overlap);
    }

    private Mixture copied(int targetId, String method, int sourceId, Progress progress) {
        progress.stage("Reading anchors");
        RowSpread spread = spread(progress);
        return new Mixture(
                targetId,
                method,
                RowOrigin.COPIED,
                List.of(new Share(targetId, 1)),
                1,
                1,
                1,
                spread.toMean(source.read(sourceId, 1)),
                spread.usualToMean());
    }

    private Mixture made(
            int targetId, String method, int top, MatrixTransfer transfer, Overlap overlap) {
        MatrixTransfer.Made made = transfer.make(targetId);
        boolean combined = made.origin() == RowOrigin.COMBINED;
        double[] weights = combined ? transfer.weights(targetId) : new double[0];
        int[] targetIds = anchorIds(overlap);
        double all = Arrays.stream(weights).map(Math::abs).sum();
        List<Share> shares =
                IntStream.range(0, weights.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(at -> -Math.abs(weights[at])))
                        .limit(top)
                        .map(at -> new Share(targetIds[at], weights[at]))
                        .toList();
        double listed = shares.stream().mapToDouble(share -> Math.abs(share.weight())).sum();
        RowSpread spread = transfer.spread();
        return new Mixture(
                targetId,
                method,
                made.origin(),
                shares,
                weights.length,
                all > 0 ? listed / all : 0,
                Entropy.effective(weights, 0, weights.length),
                spread.toMean(made.row()),
                spread.usualToMean());
    }

    /// Of the source's rows, whichever method is asked for.
    private RowSpread spread(Progress progress) {
        return fitted.values().stream()
                .findFirst()
                .map(MatrixTransfer::spread)
                .orElseGet(() -> RowSpread.of(source, progress));
    }

    /// Of the anchors that the helper has rows for.
    private int[] anchorIds(Overlap overlap) {
        return overlap.anchors().stream()
                .mapToInt(Overlap.Anchor::targetId)
                .filter(id -> id < helper.count())
                .toArray();
    }

    private MatrixTransfer transfer(Recipe recipe, Overlap overlap, Progress progress) {
        return fitted.computeIfAbsent(recipe.name(), _ -> fit(recipe, overlap, progress));
    }

    private MatrixTransfer fit(Recipe recipe, Overlap overlap, Progress progress) {
        progress.stage("Reading anchors");
        boolean centred = recipe.space() == Space.HELPER_CENTERED;
        try {
            return MatrixTransfer.fit(
                    source,
                    new HelperVectors(helper, overlap, centred),
                    overlap,
                    pair.rows(1),
                    recipe,
                    0,
                    progress);
        } catch (TransferException tooFew) {
            throw new UncheckedIOException(tooFew);
        }
    }

    @Override
    public void close() {
        fitted.values().forEach(MatrixTransfer::close);
        fitted.clear();
    }
}
