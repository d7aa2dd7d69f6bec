package org.clpworkbench.transfer;

import org.clpworkbench.compute.NeighbourSearch;
import org.clpworkbench.compute.Neighbours;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The paper's premise, measured: the mean share of a token's 10 nearest neighbours in the helper
/// that are also among its 10 nearest elsewhere, 0 to 1.
///
/// @param tokens among all target tokens, in the new matrix
/// @param missing of missing tokens among missing tokens, in the new matrix: what the method did
/// @param anchors of anchors among anchors, in the source's own matrix: how far the two models
///   agree at all
/// @param sampled tokens asked for each figure, at most
public record Agreement(double tokens, double missing, double anchors, int sampled) {
    static final int NEIGHBOURS = 10;

    /// More tokens than this are sampled.
    private static final int LARGEST_SAMPLE = 1000;

    /// Some rows of a matrix, by number.
    private record Selected(TokenRows matrix, int[] ids) implements Rows {
        @Override
        public int count() {
            return ids.length;
        }

        @Override
        public int width() {
            return matrix.width();
        }

        @Override
        public float[] read(int from, int count) {
            return matrix.gather(Arrays.copyOfRange(ids, from, from + count));
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
        int[] all =
                IntStream.concat(Arrays.stream(missing), Arrays.stream(anchors)).sorted().toArray();
        int[] inSource =
                Arrays.stream(anchors).map(id -> overlap.sourceOf(id).orElseThrow()).toArray();
        return new Agreement(
                share(new Selected(helper, all), new Selected(made, all), seed, progress),
                share(new Selected(helper, missing), new Selected(made, missing), seed, progress),
                share(
                        new Selected(helper, anchors),
                        new Selected(source, inSource),
                        seed,
                        progress),
                Math.min(LARGEST_SAMPLE, all.length));
    }

    private static int[] within(IntStream ids, TokenRows helper) {
        return ids.filter(id -> id < helper.count()).toArray();
    }

    private static double share(Rows before, Rows after, long seed, Progress progress) {
        int[] asked = Sample.of(before.count(), LARGEST_SAMPLE, seed);
        if (asked.length == 0) {
            return 0;
        }
        NeighbourSearch.Watch watch =
                (done, total) -> {
                    progress.checkCancelled();
                    progress.update(done, total, "blocks of rows");
                };
        return share(
                NeighbourSearch.of(before, asked, NEIGHBOURS, watch),
                NeighbourSearch.of(after, asked, NEIGHBOURS, watch));
    }

    /// The mean share of the neighbours `before` that are also among those `after`.
    static double share(Neighbours before, Neighbours after) {
        int tokens = before.rows().length;
        double sum = 0;
        for (int at = 0; at < tokens; at++) {
            int[] own = before.rows()[at];
            int[] others = after.rows()[at];
            long common =
                    Arrays.stream(own)
                            .filter(a -> Arrays.stream(others).anyMatch(b -> a == b))
                            .count();
            sum += own.length == 0 ? 0 : (double) common / own.length;
        }
        return tokens == 0 ? 0 : sum / tokens;
    }
}
