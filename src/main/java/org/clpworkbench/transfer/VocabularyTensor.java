package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.checkpoint.TokenTensor;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.util.List;

/// A tensor of the source with a row for each token, and the helper's matrix that tells how its
/// missing rows are found.
record VocabularyTensor(TokenTensor tensor, String space) {
    /// The input embedding first, then an output head of its own, then output biases.
    ///
    /// @throws TransferException when another tensor has a dimension as large as the vocabulary
    static List<VocabularyTensor> of(Checkpoint source, Checkpoint helper) throws IOException {
        for (TensorEntry entry : source.unruled()) {
            throw new TransferException(
                    Sentence.of(
                            VocabularyTensor.class,
                            "tensor.vocabulary",
                            source.folder(),
                            entry.name(),
                            entry.shape(),
                            source.config().vocabularySize()));
        }
        return source.tokenTensors().stream()
                .map(tensor -> new VocabularyTensor(tensor, space(tensor, helper)))
                .toList();
    }

    private static String space(TokenTensor tensor, Checkpoint helper) {
        return switch (tensor.role()) {
            case EMBEDDING -> helper.inputEmbedding();
            case HEAD, BIAS -> helper.outputHead().orElse(helper.inputEmbedding());
        };
    }

    String name() {
        return tensor.name();
    }

    /// Numbers per token.
    int width() {
        return tensor.width();
    }

    /// Its shape in a target with this many rows.
    List<Long> shape(int rows) {
        return tensor.shape(rows);
    }

    /// The tensor's elements as a matrix, vocabulary × width, whatever its shape.
    Tensor matrix(Checkpoint source) throws IOException {
        Tensor elements = source.tensor(name());
        TensorEntry entry = elements.entry();
        List<Long> shape = List.of(entry.elements() / width(), (long) width());
        return new Tensor(
                new TensorEntry(entry.name(), entry.dtype(), shape, entry.begin(), entry.end()),
                elements.bytes());
    }
}
