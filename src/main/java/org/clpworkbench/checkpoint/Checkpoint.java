package org.clpworkbench.checkpoint;

import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// An open Hugging Face model folder; its tensors are memory-mapped until it is closed.
public final class Checkpoint implements AutoCloseable {
    public static Checkpoint open(Path folder) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public Path folder() {
        throw new UnsupportedOperationException("skeleton");
    }

    public ModelConfig config() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Every tensor of all shards by name, in file order.
    public SequencedMap<String, TensorEntry> entries() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws CheckpointException when there is no such tensor
    public Tensor tensor(String name) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Name of the input embedding, vocabulary × width ("wte.weight", "transformer.wte.weight").
    public String inputEmbedding() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// Name of the output head when it is a tensor of its own.
    public Optional<String> outputHead() {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}
}
