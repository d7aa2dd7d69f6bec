package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.vocab.Matching;
import org.clpworkbench.vocab.Overlap;
import org.clpworkbench.vocab.Vocabulary;

import java.io.IOException;
import java.nio.file.Path;

/// A source and a helper, open, with their overlap.
record TransferPair(
        Checkpoint source, Checkpoint helper, Overlap overlap, VocabularyTensors tensors)
        implements AutoCloseable {

    static TransferPair open(Path sourceFolder, Path helperFolder, Matching matching)
            throws IOException {
        Checkpoint source = Checkpoint.open(sourceFolder);
        try {
            Checkpoint helper = Checkpoint.open(helperFolder);
            try {
                Overlap overlap =
                        Overlap.of(
                                Vocabulary.read(sourceFolder),
                                Vocabulary.read(helperFolder),
                                matching);
                if (overlap.anchors().isEmpty()) {
                    throw new TransferException(
                            "%s and %s share no token under %s matching; there is nothing to build on."
                                    .formatted(sourceFolder, helperFolder, matching));
                }
                return new TransferPair(source, helper, overlap, VocabularyTensors.of(source));
            } catch (IOException | RuntimeException failure) {
                helper.close();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    Tensor sourceEmbedding() throws IOException {
        return source.tensor(tensors.input());
    }

    Tensor helperEmbedding() throws IOException {
        return helper.tensor(helper.inputEmbedding());
    }

    /// The helper's output head, or its input embedding when the two are one.
    Tensor helperHead() throws IOException {
        return helper.tensor(helper.outputHead().orElse(helper.inputEmbedding()));
    }

    int width() throws IOException {
        return Math.toIntExact(sourceEmbedding().entry().shape().get(1));
    }

    /// Rows of the target: an id for every token, rounded up.
    int rows(int padTo) {
        return Math.ceilDiv(overlap.target().idRange(), padTo) * padTo;
    }

    /// Rows that no token stands for: gaps between ids, and the end.
    int padding(int rows) {
        return rows - overlap.anchors().size() - overlap.missing().size();
    }

    @Override
    public void close() {
        source.close();
        helper.close();
    }
}
