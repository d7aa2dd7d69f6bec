package org.clpworkbench.tensor;

import org.clpworkbench.problem.Sentence;

/// A tensor as a pickle describes it: a view that lies within its storage.
///
/// @param at the byte of the file where the pickle speaks of it
record PickledTensor(PickledStorage storage, StridedView view, long at) implements PickleValue {
    @Override
    public Sentence kind() {
        return Sentence.of(PickledTensor.class, "kind.tensor");
    }
}
