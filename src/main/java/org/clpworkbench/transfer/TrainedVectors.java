package org.clpworkbench.transfer;

import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;
import org.clpworkbench.wordvectors.BilingualVectors;
import org.clpworkbench.wordvectors.TokenVectors;

import java.util.List;
import java.util.stream.IntStream;

/// Static vectors as a space: a token that the text did not teach has none.
///
/// @param anchorIds the anchors' source ids
/// @param target vectors of target tokens
record TrainedVectors(int[] anchorIds, float[] anchorVectors, TokenVectors target)
        implements SpaceVectors {
    /// Vectors of target tokens: the anchors are those that have one.
    static TrainedVectors of(TokenVectors target, Overlap overlap) {
        List<Anchor> known =
                overlap.anchors().stream().filter(a -> target.has(a.targetId())).toList();
        int[] ids = known.stream().mapToInt(Anchor::targetId).toArray();
        return new TrainedVectors(
                known.stream().mapToInt(Anchor::sourceId).toArray(), rows(target, ids), target);
    }

    /// Vectors of both sides: every source token that has one is an anchor.
    ///
    /// @param sourceRows of the source's matrix
    static TrainedVectors of(BilingualVectors both, int sourceRows) {
        TokenVectors source = both.source();
        int[] ids =
                IntStream.range(0, Math.min(sourceRows, source.vocabularySize()))
                        .filter(source::has)
                        .toArray();
        return new TrainedVectors(ids, rows(source, ids), both.target());
    }

    private static float[] rows(TokenVectors vectors, int[] ids) {
        int width = vectors.dimensions();
        float[] rows = new float[ids.length * width];
        for (int at = 0; at < ids.length; at++) {
            System.arraycopy(vectors.matrix(), ids[at] * width, rows, at * width, width);
        }
        return rows;
    }

    @Override
    public int width() {
        return target.dimensions();
    }

    @Override
    public boolean has(int targetId) {
        return target.has(targetId);
    }

    @Override
    public void read(int targetId, float[] into, int at) {
        System.arraycopy(target.matrix(), targetId * width(), into, at, width());
    }
}
