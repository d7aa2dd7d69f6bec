package org.clpworkbench.projection;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;

/// The input embedding of a model folder, read from the file when rows are asked for: only those
/// that have a token, without the padding behind them.
public final class EmbeddingRows implements Rows, AutoCloseable {
    private final Checkpoint checkpoint;
    private final Tensor tensor;
    private final int count;
    private final int width;

    private EmbeddingRows(Checkpoint checkpoint, int tokens) throws IOException {
        this.checkpoint = checkpoint;
        tensor = checkpoint.tensor(checkpoint.inputEmbedding());
        long rows = tensor.entry().shape().getFirst();
        count = Math.toIntExact(Math.min(rows, tokens));
        width = Math.toIntExact(tensor.entry().elements() / rows);
    }

    /// @param tokens the largest token id of the vocabulary + 1
    public static EmbeddingRows open(Path folder, int tokens) throws IOException {
        var checkpoint = Checkpoint.open(folder);
        try {
            return new EmbeddingRows(checkpoint, tokens);
        } catch (IOException | RuntimeException failure) {
            checkpoint.close();
            throw failure;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public float[] read(int from, int rows) {
        float[] values = new float[Math.multiplyExact(rows, width)];
        tensor.readFloats((long) from * width, values, 0, values.length);
        tensor.release();
        return values;
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
