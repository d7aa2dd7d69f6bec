package org.clpworkbench.tensor;

import java.io.IOException;

/// Where the elements of a tensor to be written come from.
@FunctionalInterface
public interface TensorSource {
    /// Writes every element into `sink`, in order.
    void writeTo(TensorSink sink) throws IOException;

    /// The tensor as it lies in its file, byte for byte.
    static TensorSource of(Tensor tensor) {
        return sink -> sink.write(tensor.bytes());
    }

    static TensorSource of(float[] values) {
        return sink -> sink.write(values);
    }
}
