package org.clpworkbench.transfer;

import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The paper's premise, measured: the mean share of a token's 10 nearest neighbours in the helper
/// that are also among its 10 nearest elsewhere, 0 to 1.
///
/// @param tokens among all target tokens, in the new matrix
/// @param missing of missing tokens among missing tokens, in the new matrix: what the method did
/// @param anchors of anchors among anchors, in the source's own matrix: how far the two models
///   agree at all
/// @param sampled tokens asked for each of the two halves, at most
public record Agreement(double tokens, double missing, double anchors, int sampled) {
    static final int NEIGHBOURS = 10;

    /// Tokens of a half that are asked: as many as make this many products of two numbers with
    /// every token, but at least and at most so many.
    private static final double PRODUCTS = 1e11;

    private static final int FEWEST = 500;
    private static final int MOST = 1000;

    /// The anchors' rows in the source, by the anchors' places.
    private record Anchored(TokenRows source, int[] sourceIds) implements Rows {
        @Override
        public int count() {
            return sourceIds.length;
        }

        @Override
        public int width() {
            return source.width();
        }

        @Override
        public float[] read(int from, int count) {
            return source.gather(Arrays.copyOfRange(sourceIds, from, from + count));
        }

        @Override
        public float[] gather(int[] places) {
            return source.gather(Arrays.stream(places).map(at -> sourceIds[at]).toArray());
        }
    }

    /// @param made the new matrix
    static Agreement of(
            Overlap overlap,
            TokenRows source,
            TokenRows helper,
            TokenRows made,
            long seed,
            Progress progress) {
        int[] missing = within(overlap.missing().stream().mapToInt(Integer::intValue), helper);
        int[] anchors = within(overlap.anchors().stream().mapToInt(Anchor::targetId), helper);
        var inSource =
                new Anchored(
                        source,
                        Arrays.stream(anchors)
                                .map(id -> overlap.sourceOf(id).orElseThrow())
                                .toArray());
        int sample = sample(made.count(), made.width());
        int[] askedMissing = Sample.of(missing, sample, seed);
        int[] places = Sample.of(anchors.length, sample, seed);
        int[] askedAnchors = Arrays.stream(places).map(at -> anchors[at]).toArray();
        int[] asked =
                IntStream.concat(Arrays.stream(askedMissing), Arrays.stream(askedAnchors))
                        .toArray();
        NeighbourSearch.Watch watch =
                (done, total) -> {
                    progress.checkCancelled();
                    progress.update(done, total, "blocks of rows");
                };
        var sets = List.of(ascending(missing, anchors), ascending(missing), ascending(anchors));
        var before = NeighbourSearch.of(helper, asked, NEIGHBOURS, sets, watch);
        var after = NeighbourSearch.of(made, asked, NEIGHBOURS, sets.subList(0, 2), watch);
        var between = NeighbourSearch.of(inSource, places, NEIGHBOURS, watch);
        int split = askedMissing.length;
        double amongAll =
                missing.length * share(before.get(0), after.get(0), 0, split)
                        + anchors.length * share(before.get(0), after.get(0), split, asked.length);
        return new Agreement(
                amongAll / Math.max(1, missing.length + anchors.length),
                share(before.get(1), after.get(1), 0, split),
                share(part(before.get(2), split), ids(between, anchors), 0, places.length),
                sample);
    }

    private static int[] within(IntStream ids, TokenRows helper) {
        return ids.filter(id -> id < helper.count()).toArray();
    }

    /// Tokens of a half that are asked in a new matrix of this size.
    static int sample(int rows, int width) {
        double products = (double) rows * width;
        return (int) Math.clamp(PRODUCTS / products, FEWEST, MOST);
    }

    private static int[] ascending(int[]... ids) {
        return Arrays.stream(ids).flatMapToInt(Arrays::stream).sorted().toArray();
    }

    private static Neighbours part(Neighbours all, int from) {
        return new Neighbours(
                Arrays.copyOfRange(all.rows(), from, all.rows().length),
                Arrays.copyOfRange(all.cosines(), from, all.cosines().length));
    }

    /// The same with the ids of the anchors whose places are given.
    private static Neighbours ids(Neighbours places, int[] anchors) {
        int[][] ids =
                Arrays.stream(places.rows())
                        .map(row -> Arrays.stream(row).map(at -> anchors[at]).toArray())
                        .toArray(int[][]::new);
        return new Neighbours(ids, places.cosines());
    }

    /// The mean share of the neighbours `before` that are also among those `after`.
    static double share(Neighbours before, Neighbours after) {
        return share(before, after, 0, before.rows().length);
    }

    private static double share(Neighbours before, Neighbours after, int from, int to) {
        double sum = 0;
        for (int at = from; at < to; at++) {
            int[] own = before.rows()[at];
            int[] others = after.rows()[at];
            long common =
                    Arrays.stream(own)
                            .filter(a -> Arrays.stream(others).anyMatch(b -> a == b))
                            .count();
            sum += own.length == 0 ? 0 : (double) common / own.length;
        }
        return to == from ? 0 : sum / (to - from);
    }
}
