package org.clpworkbench.checkpoint;

import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorSource;
import org.clpworkbench.tensor.TensorSpec;

import java.util.List;

/// A tensor that is to be written, and where its elements come from.
public record PlannedTensor(TensorSpec spec, TensorSource source) {
    public PlannedTensor(String name, DType dtype, List<Long> shape, TensorSource source) {
        this(new TensorSpec(name, dtype, shape), source);
    }

    /// A tensor as it is, byte for byte.
    public static PlannedTensor copyOf(Tensor tensor) {
        var entry = tensor.entry();
        return new PlannedTensor(
                entry.name(), entry.dtype(), entry.shape(), TensorSource.of(tensor));
    }

    public String name() {
        return spec.name();
    }
}
