package org.clpworkbench.lm;

import java.util.List;

/// A trained tensor of a model: its name in the checkpoint without the leading `transformer.`, and
/// its shape.
public record Parameter(String name, List<Long> shape) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /// Whether weight decay applies: to matrices, not to biases and norms (nanoGPT's rule).
    public boolean decayed() {
        return shape.size() >= 2;
    }
}
