package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.util.List;

/// The rows of one of the helper's matrices, less a centre.
final class HelperVectors implements SpaceVectors {
    private final TokenRows helper;
    private final int[] targetIds;
    private final int[] sourceIds;
    private final float[] anchors;
    private final double[] centre;

    /// @param centred whether the anchors' mean is taken away from every row
    HelperVectors(TokenRows helper, Overlap overlap, boolean centred) {
        this.helper = helper;
        List<Anchor> known =
                overlap.anchors().stream().filter(a -> a.targetId() < helper.count()).toList();
        targetIds = known.stream().mapToInt(Anchor::targetId).toArray();
        sourceIds = known.stream().mapToInt(Anchor::sourceId).toArray();
        centre = new double[helper.width()];
        anchors = helper.gather(targetIds);
        for (int at = 0; at < anchors.length && centred; at++) {
            centre[at % centre.length] += anchors[at] / (double) targetIds.length;
        }
        for (int row = 0; row < targetIds.length; row++) {
            subtractCentre(anchors, row * centre.length);
        }
    }

    @Override
    public int width() {
        return helper.width();
    }

    @Override
    public int[] anchorIds() {
        return sourceIds;
    }

    @Override
    public float[] anchorVectors() {
        return anchors;
    }

    /// A helper's matrix may be shorter than its tokenizer's vocabulary.
    @Override
    public boolean has(int targetId) {
        return targetId < helper.count();
    }

    @Override
    public void read(int targetId, float[] into, int at) {
        helper.read(targetId, into, at);
        subtractCentre(into, at);
    }

    private void subtractCentre(float[] rows, int at) {
        for (int column = 0; column < centre.length; column++) {
            rows[at + column] = (float) (rows[at + column] - centre[column]);
        }
    }
}
