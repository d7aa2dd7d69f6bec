package org.clpworkbench.transfer;

import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Anchors without files.
final class MadeAnchors {
    private MadeAnchors() {}

    /// Anchor number n has row n of each.
    static Anchors of(float[] vectors, int spaceWidth, float[] source, int sourceWidth) {
        TokenRows rows = rows(source, sourceWidth);
        return new Anchors(
                vectors,
                spaceWidth,
                IntStream.range(0, rows.count()).toArray(),
                rows,
                RowSpread.of(rows, Progress.unwatched()),
                0);
    }

    static TokenRows rows(float[] values, int width) {
        int count = values.length / width;
        var entry =
                new TensorEntry(
                        "made",
                        DType.F32,
                        List.of((long) count, (long) width),
                        0,
                        4L * values.length);
        return new TokenRows(new Tensor(entry, MemorySegment.ofArray(values)), count, width);
    }

    static float[] drawn(int size, long seed) {
        var random = new Random(seed);
        float[] values = new float[size];
        for (int at = 0; at < size; at++) {
            values[at] = (float) random.nextGaussian();
        }
        return values;
    }
}
