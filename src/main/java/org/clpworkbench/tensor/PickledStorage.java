package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

/// A run of bytes that tensors are views of, as a pickle speaks of it.
///
/// @param key its name within the file
/// @param at the byte of the file where the pickle speaks of it
record PickledStorage(String key, long bytes, DType dtype, long at) implements PickleValue {
    @Override
    public Sentence kind() {
        return Sentence.of(PickledStorage.class, "kind.storage");
    }
}
