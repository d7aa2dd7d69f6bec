package org.clpworkbench.lm;

import java.util.Arrays;
import java.util.List;

/// A trained tensor of a model: its name in the checkpoint without what a model with a head puts
/// before it, and its shape.
public record Parameter(String name, List<Long> shape) {
    public Parameter {
        shape = List.copyOf(shape);
    }

    static Parameter of(String name, long... shape) {
        return new Parameter(name, Arrays.stream(shape).boxed().toList());
    }

    /// The weight and the bias of a norm, or of a product that is stored output × input.
    static List<Parameter> weightAndBias(String name, long... shape) {
        return List.of(of(name + ".weight", shape), of(name + ".bias", shape[0]));
    }

    /// A product stored output × input, with or without a bias.
    static List<Parameter> product(String name, long out, long in, boolean bias) {
        return bias ? weightAndBias(name, out, in) : List.of(of(name + ".weight", out, in));
    }

    public long elements() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /// Whether weight decay applies: to matrices, not to biases and norms (nanoGPT's rule).
    public boolean decayed() {
        return shape.size() >= 2;
    }
}
