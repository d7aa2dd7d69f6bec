package org.clpworkbench.projection;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.compute.Rows;
import org.clpworkbench.compute.TokenRows;
import org.clpworkbench.tensor.Tensor;

import java.io.IOException;
import java.nio.file.Path;

/// The input embedding of a model folder, which is open as long as this is: only the rows that have
/// a token, without the padding behind them.
public final class EmbeddingRows implements Rows, AutoCloseable {
    private final Checkpoint checkpoint;
    private final TokenRows rows;
    private final int count;

    private EmbeddingRows(Checkpoint checkpoint, int tokens) throws IOException {
        this.checkpoint = checkpoint;
        Tensor tensor = checkpoint.tensor(checkpoint.inputEmbedding());
        rows = TokenRows.of(tensor, tensor.entry().shape().getFirst());
        count = Math.min(rows.count(), tokens);
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
        return rows.width();
    }

    @Override
    public float[] read(int from, int many) {
        return rows.read(from, many);
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
