package org.clpworkbench.checkpoint;

import org.clpworkbench.tensor.TensorEntry;

import java.util.List;

/// A tensor with a row for each token of the vocabulary.
public record TokenTensor(TensorEntry entry, Role role) {
    /// What its rows are for.
    public enum Role {
        /// What the model reads a token as: vocabulary × width.
        EMBEDDING,
        /// What the model's output is compared with: vocabulary × width.
        HEAD,
        /// What is added to each token's score: vocabulary, or 1 × vocabulary.
        BIAS
    }

    public String name() {
        return entry.name();
    }

    /// Numbers per token.
    public int width() {
        return role == Role.BIAS ? 1 : Math.toIntExact(entry.shape().getLast());
    }

    /// The shape that it has in a model with a vocabulary of `rows`.
    public List<Long> shape(long rows) {
        return switch (role) {
            case EMBEDDING, HEAD -> List.of(rows, (long) width());
            case BIAS -> entry.shape().size() == 1 ? List.of(rows) : List.of(1L, rows);
        };
    }
}
