package org.clpworkbench.training;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.problem.Sentence;

/// Where and how a run is computed; what it learns does not depend on it, but for rounding.
///
/// @param device auto, cpu, cuda:N or mps
/// @param accumulation parts that the batch of a step is computed in, one after the other
/// @param checkpointing whether the insides of layers are computed again on the way back
public record Execution(
        Precision precision, String device, int accumulation, Checkpointing checkpointing) {
    /// Gradient checkpointing (Chen et al. 2016): a forward pass more for the memory of one layer
    /// instead of all.
    public enum Checkpointing {
        /// Only where the activations would not fit otherwise.
        AUTO,
        ON,
        OFF
    }

    public Execution {
        TrainingSpec.require(
                device.matches(Devices.NAMES), Sentence.of(Execution.class, "device", device));
        TrainingSpec.require(
                accumulation >= 1, Sentence.of(Execution.class, "parts.few", accumulation));
    }

    /// The whole batch at once, and gradient checkpointing where it must be.
    public Execution(Precision precision, String device) {
        this(precision, device, 1, Checkpointing.AUTO);
    }
}
