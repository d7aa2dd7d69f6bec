package org.clpworkbench.transfer;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.tensor.TensorEntry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A tensor of the source with a row for each token, and the helper's matrix that tells how its
/// missing rows are found.
record VocabularyTensor(String name, String space, int width) {
    java.util.List<Long> shape(long rows) {
        return List.of(rows, (long) width);
    }

    /// What GPT-2's layers hold: sized by width and context, whatever number these happen to be.
    private static final Pattern LAYERS =
            Pattern.compile(
                    "(transformer\\.)?(wpe\\.weight|ln_f\\.\\w+|h\\.\\d+\\.(ln_\\d|attn|mlp)\\..+)");

    /// The input embedding, and the output head where it is a tensor of its own.
    ///
    /// @throws TransferException when another tensor has a dimension as large as the vocabulary
    static List<VocabularyTensor> of(Checkpoint source, Checkpoint helper) throws IOException {
        var tensors = new ArrayList<VocabularyTensor>();
        String embedding = helper.inputEmbedding();
        tensors.add(
                new VocabularyTensor(source.inputEmbedding(), embedding, source.config().width()));
        source.outputHead()
                .map(
                        head ->
                                new VocabularyTensor(
                                        head,
                                        helper.outputHead().orElse(embedding),
                                        source.config().width()))
                .ifPresent(tensors::add);
        long size = source.config().vocabularySize();
        for (TensorEntry entry : source.entries().values()) {
            boolean known = tensors.stream().anyMatch(tensor -> tensor.name.equals(entry.name()));
            if (!known && entry.shape().contains(size) && !LAYERS.matcher(entry.name()).matches()) {
                throw new TransferException(
                        ("%s: tensor %s has shape %s, with a dimension as large as the vocabulary"
                                        + " (%d), and no rule says how it is transferred. Remove it"
                                        + " from the source, or ask for a rule.")
                                .formatted(source.folder(), entry.name(), entry.shape(), size));
            }
        }
        return tensors;
    }
}
