package org.clpworkbench.transfer;

import org.clpworkbench.compute.Matrix;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Rows made of a few anchors each: only those anchors' source rows are read.
///
/// @param choose gives each of some vectors (tokens × space width) its shares; none where nothing
///   can be said
/// @param closing ends what `choose` works with
record SparseCombination(Anchors anchors, Function<float[], List<Shares>> choose, Runnable closing)
        implements Combination {
    /// Picks a token's anchors by its cosines to all of them.
    @FunctionalInterface
    interface Picker {
        /// @param cosines of several tokens, those of this one from `from` on
        /// @param count of the anchors
        Shares pick(float[] cosines, int from, int count);
    }

    static SparseCombination ofCosines(Anchors anchors, Picker picker) {
        var cosines = new Cosines(anchors);
        return new SparseCombination(
                anchors,
                vectors -> pick(cosines, vectors, anchors.count(), picker),
                cosines::close);
    }

    private static List<Shares> pick(Cosines cosines, float[] vectors, int count, Picker picker) {
        try (Matrix block = cosines.of(vectors)) {
            float[] values = block.floats();
            return IntStream.range(0, values.length / count)
                    .mapToObj(token -> picker.pick(values, token * count, count))
                    .toList();
        }
    }

    @Override
    public Block combine(int[] ids, float[] vectors) {
        int width = anchors.sourceWidth();
        float[] rows = new float[ids.length * width];
        float[] row = new float[width];
        double[] sum = new double[width];
        var without = new BitSet();
        List<Shares> chosen = choose.apply(vectors);
        for (int at = 0; at < ids.length; at++) {
            Shares shares = chosen.get(at);
            Arrays.fill(sum, 0);
            for (int each = 0; each < shares.anchors().length; each++) {
                anchors.source().read(anchors.sourceIds()[shares.anchors()[each]], row, 0);
                double weight = shares.weights()[each];
                for (int column = 0; column < width; column++) {
                    sum[column] += weight * row[column];
                }
            }
            without.set(at, shares.anchors().length == 0);
            for (int column = 0; column < width; column++) {
                rows[at * width + column] = (float) sum[column];
            }
        }
        return new Block(rows, without);
    }

    @Override
    public double[] weights(float[] vectors) {
        List<Shares> chosen = choose.apply(vectors);
        double[] weights = new double[chosen.size() * anchors.count()];
        for (int at = 0; at < chosen.size(); at++) {
            Shares shares = chosen.get(at);
            for (int each = 0; each < shares.anchors().length; each++) {
                weights[at * anchors.count() + shares.anchors()[each]] = shares.weights()[each];
            }
        }
        return weights;
    }

    @Override
    public void close() {
        closing.run();
    }
}
