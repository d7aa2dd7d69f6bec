package org.clpworkbench.lm;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;

import java.util.Arrays;
import java.util.List;

/// What stands between the two products of a feed-forward layer.
public enum Activation {
    GELU("torch.gelu(x, approximate=\"none\")", "gelu", "gelu_python"),
    GELU_TANH("torch.gelu(x, approximate=\"tanh\")", "gelu_new", "gelu_pytorch_tanh", "gelu_fast"),
    RELU("torch.relu(x)", "relu"),
    SILU("torch.silu(x)", "silu", "swish");

    private final String expression;
    private final List<String> names;

    Activation(String expression, String... names) {
        this.expression = expression;
        this.names = List.of(names);
    }

    /// The one that config.json names.
    static Activation named(String name) throws CheckpointException {
        return Arrays.stream(values())
                .filter(activation -> activation.names.contains(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new CheckpointException(
                                        Sentence.of(Activation.class, "activation.unknown", name)));
    }

    /// The TorchScript expression for a tensor `x`.
    String expression() {
        return expression;
    }
}
