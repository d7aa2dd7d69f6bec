package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tensors of a source model that have a row for each token, found by shape, and by what rule
/// each is made anew. Any other tensor is copied as it is.
///
/// @param input name of the input embedding
/// @param head name of the output head when it is a tensor of its own
/// @param biases names of output biases, one number a token
record VocabularyTensors(String input, Optional<String> head, List<String> biases) {

    /// @throws TransferException that names a tensor with a vocabulary-sized dimension that no rule
    ///   covers
    static VocabularyTensors of(Checkpoint source) throws IOException {
        String input = source.inputEmbedding();
        Optional<String> head = source.outputHead();
        long rows = source.tensor(input).entry().shape().getFirst();
        var biases = new ArrayList<String>();
        for (TensorEntry entry : source.entries().values()) {
            String name = entry.name();
            boolean covered = name.equals(input) || head.filter(name::equals).isPresent();
            if (covered || !entry.shape().contains(rows)) {
                continue;
            }
            if (!isBias(entry, rows)) {
                throw new TransferException(
                        "%s: tensor %s of shape %s has the size of the vocabulary, but no rule says how its rows come about; this model cannot be transferred."
                                .formatted(source.folder(), name, entry.shape()));
            }
            biases.add(name);
        }
        return new VocabularyTensors(input, head, List.copyOf(biases));
    }

    private static boolean isBias(TensorEntry entry, long rows) {
        return entry.elements() == rows && entry.name().endsWith("bias");
    }

    List<String> names() {
        var names = new ArrayList<String>();
        names.add(input);
        head.ifPresent(names::add);
        names.addAll(biases);
        return List.copyOf(names);
    }
}
