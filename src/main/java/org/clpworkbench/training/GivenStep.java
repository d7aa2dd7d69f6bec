package org.clpworkbench.training;

import ai.djl.ndarray.NDArray;

/// An optimizer step that was given to the device: figures that may still be on their way.
record GivenStep(NDArray loss, NDArray gradientNorm) {
    /// What the step came to: the batch's mean loss in nats and the gradient's norm before
    /// clipping.
    record Result(double loss, double gradientNorm) {}

    /// Waits until the device has computed the step. To be called once.
    Result await() {
        try (loss;
                gradientNorm) {
            return new Result(loss.getFloat(), gradientNorm.getFloat());
        }
    }
}
