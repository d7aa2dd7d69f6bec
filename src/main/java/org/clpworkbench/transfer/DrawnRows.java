package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;

import java.util.BitSet;

/// Rows that ignore the helper: drawn around the source embedding's mean, `scale` times as widely
/// as its own rows are spread. The baselines `normal` (1) and `mean` (1e-3).
record DrawnRows(double scale) implements Weighting {
    @Override
    public boolean baseline() {
        return true;
    }

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        return new Combination() {
            @Override
            public Block combine(int[] ids, float[] vectors) {
                float[] rows = new float[ids.length * anchors.sourceWidth()];
                for (int at = 0; at < ids.length; at++) {
                    var random = Seeds.of(anchors.seed(), ids[at]);
                    anchors.spread().draw(random, scale, rows, at * anchors.sourceWidth());
                }
                return new Block(rows, new BitSet());
            }

            @Override
            public double[] weights(float[] vectors) {
                return new double[0];
            }

            @Override
            public void close() {}
        };
    }
}
