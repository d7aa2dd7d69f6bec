package org.clpworkbench.lm;

import java.util.List;
import java.util.Optional;

/// What turns hidden states into logits.
///
/// @param names under which a matrix of its own is found in a checkpoint, the usual one first
/// @param matrix of its own, vocabulary × width; empty where it is the input embedding
/// @param before parameters between the last layer and the matrix that belong to the head; their
///   names stand by themselves in a checkpoint
/// @param bias the name of one of them that is added to the logits
public record OutputHead(
        List<String> names,
        Optional<Parameter> matrix,
        List<Parameter> before,
        Optional<String> bias) {
    public OutputHead {
        names = List.copyOf(names);
        before = List.copyOf(before);
    }

    /// A matrix and nothing else.
    ///
    /// @param embedding the shape of the input embedding
    static OutputHead of(boolean tied, List<Long> embedding, String... names) {
        return new OutputHead(
                List.of(names), matrix(tied, embedding, names[0]), List.of(), Optional.empty());
    }

    static Optional<Parameter> matrix(boolean tied, List<Long> embedding, String name) {
        return tied ? Optional.empty() : Optional.of(new Parameter(name, embedding));
    }
}
