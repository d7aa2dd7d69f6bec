package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrix;
import org.clpworkbench.job.Progress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Orthogonal matching pursuit (mergekit's tokensurgeon): a missing token's vector is rebuilt from
/// at most `atoms` anchors' vectors, each the one that points best along what is still missing; the
/// weights are least squares on the chosen ones, without centring or a constraint on their sum.
record MatchingPursuit(int atoms) implements Weighting {
    MatchingPursuit {
        if (atoms < 1) {
            throw new IllegalArgumentException("There must be at least one atom.");
        }
    }

    @Override
    public boolean comparesAllPairs() {
        return true;
    }

    @Override
    public Combination fit(Anchors anchors, Progress progress) {
        progress.checkCancelled();
        var cosines = new Cosines(anchors);
        return new SparseCombination(
                anchors, vectors -> choose(cosines, anchors, vectors), cosines::close);
    }

    private List<Shares> choose(Cosines cosines, Anchors anchors, float[] vectors) {
        int width = anchors.spaceWidth();
        List<Pursuit> pursuits =
                IntStream.range(0, vectors.length / width)
                        .mapToObj(at -> new Pursuit(anchors, vectors, at * width, atoms))
                        .toList();
        float[] residuals = new float[vectors.length];
        for (int step = 0; step < Math.min(atoms, anchors.count()); step++) {
            Arrays.fill(residuals, 0);
            for (int at = 0; at < pursuits.size(); at++) {
                pursuits.get(at).residual(residuals, at * width);
            }
            try (Matrix block = cosines.of(residuals)) {
                float[] values = block.floats();
                for (int at = 0; at < pursuits.size(); at++) {
                    pursuits.get(at).take(values, at * anchors.count());
                }
            }
        }
        return pursuits.stream().map(Pursuit::shares).toList();
    }
}
