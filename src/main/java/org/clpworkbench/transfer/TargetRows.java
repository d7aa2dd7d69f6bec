package org.clpworkbench.transfer;

import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSink;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Overlap.Anchor;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// One matrix of the target model, a row for each token: anchors are copied, missing tokens
/// combined, a missing token without a combination is drawn, padding is the mean. Made in blocks of
/// rows while it is written.
final class TargetRows implements TensorSource, AutoCloseable {
    private static final int BLOCK = 1024;

    private final Tensor source;
    private final Tensor helper;
    private final Overlap overlap;
    private final int rows;
    private final int width;
    private final RowSpread spread;
    private final List<Anchor> known;
    private final Combination combination;
    private final long seed;
    private final Progress progress;
    private final BitSet fallback = new BitSet();

    /// @param source matrix of the source model, its rows × width
    /// @param helper the helper's matrix that tokens are compared in
    /// @param rows of the target, padding included
    TargetRows(
            Tensor source,
            Tensor helper,
            Overlap overlap,
            int rows,
            Weighting weighting,
            long seed,
            Progress progress)
            throws TransferException {
        this.source = source;
        this.helper = helper;
        this.overlap = overlap;
        this.rows = rows;
        this.width = columns(source);
        this.seed = seed;
        this.progress = progress;
        spread = RowSpread.of(source);
        known = known();
        combination = weighting.fit(anchors(), progress);
    }

    /// Anchors that both sides have a row for.
    private List<Anchor> known() {
        return overlap.anchors().stream()
                .filter(anchor -> anchor.targetId() < rowsOf(helper))
                .filter(anchor -> anchor.sourceId() < rowsOf(source))
                .toList();
    }

    private Anchors anchors() {
        int helperWidth = columns(helper);
        float[] helperRows = new float[Math.multiplyExact(known.size(), helperWidth)];
        float[] sourceRows = new float[Math.multiplyExact(known.size(), width)];
        for (int i = 0; i < known.size(); i++) {
            Anchor anchor = known.get(i);
            helper.readFloats(
                    (long) anchor.targetId() * helperWidth,
                    helperRows,
                    i * helperWidth,
                    helperWidth);
            source.readFloats((long) anchor.sourceId() * width, sourceRows, i * width, width);
        }
        return new Anchors(known.size(), helperRows, helperWidth, sourceRows, width, spread, seed);
    }

    private static int columns(Tensor matrix) {
        return Math.toIntExact(matrix.entry().shape().get(1));
    }

    private static int rowsOf(Tensor matrix) {
        return Math.toIntExact(matrix.entry().shape().get(0));
    }

    @Override
    public void writeTo(TensorSink sink) throws IOException {
        progress.stage("Computing rows");
        for (int from = 0; from < rows; from += BLOCK) {
            progress.checkCancelled();
            int count = Math.min(BLOCK, rows - from);
            sink.write(block(from, count));
            progress.update(from + count, rows, "rows");
        }
    }

    /// Rows `[from, from + count)`: count × width.
    private float[] block(int from, int count) {
        float[] block = new float[Math.multiplyExact(count, width)];
        int[] missing = new int[count];
        int missingCount = 0;
        for (int id = from; id < from + count; id++) {
            int at = (id - from) * width;
            OptionalInt anchor = overlap.sourceOf(id);
            if (anchor.isPresent() && anchor.getAsInt() < rowsOf(source)) {
                source.readFloats((long) anchor.getAsInt() * width, block, at, width);
            } else if (overlap.target().token(id).isEmpty()) {
                spread.mean(block, at);
            } else if (id < rowsOf(helper)) {
                missing[missingCount++] = id;
            } else {
                draw(id, block, at);
            }
        }
        combine(Arrays.copyOf(missing, missingCount), block, from);
        return block;
    }

    private void combine(int[] ids, float[] block, int from) {
        if (ids.length == 0) {
            return;
        }
        Combination.Block combined = combination.combine(ids, helperRows(ids));
        for (int i = 0; i < ids.length; i++) {
            int at = (ids[i] - from) * width;
            if (combined.without().get(i)) {
                draw(ids[i], block, at);
            } else {
                System.arraycopy(combined.rows(), i * width, block, at, width);
            }
        }
    }

    private void draw(int id, float[] block, int at) {
        fallback.set(id);
        spread.draw(Seeds.of(seed, id), 1, block, at);
    }

    /// The helper's rows of tokens: ids.length × helper width.
    float[] helperRows(int[] ids) {
        int helperWidth = columns(helper);
        float[] values = new float[Math.multiplyExact(ids.length, helperWidth)];
        for (int i = 0; i < ids.length; i++) {
            helper.readFloats((long) ids[i] * helperWidth, values, i * helperWidth, helperWidth);
        }
        return values;
    }

    /// Ids of the missing tokens that were drawn; complete once the matrix was written.
    BitSet fallback() {
        return fallback;
    }

    /// Target ids in the order of the combination's weights.
    List<Integer> anchorIds() {
        return known.stream().map(Anchor::targetId).toList();
    }

    RowSpread spread() {
        return spread;
    }

    Combination combination() {
        return combination;
    }

    @Override
    public void close() {
        combination.close();
    }
}
