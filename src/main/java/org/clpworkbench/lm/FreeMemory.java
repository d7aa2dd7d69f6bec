package org.clpworkbench.lm;

import org.clpworkbench.compute.Devices;

import java.util.OptionalLong;

/// Memory that is free on this machine, in bytes.
///
/// @param machine the processor's, in which a transfer happens
/// @param gpu that of the GPU which training takes unless it is told another device; empty where
///   that is the processor
public record FreeMemory(long machine, OptionalLong gpu) {
    private static final String FIRST_GPU = "cuda:0";

    /// As it is now; asks the driver where there is a GPU that can be computed on.
    public static FreeMemory now() {
        OptionalLong gpu =
                Devices.choices().contains(FIRST_GPU)
                        ? OptionalLong.of(Devices.freeMemory(FIRST_GPU))
                        : OptionalLong.empty();
        return new FreeMemory(Devices.freeMemory("cpu"), gpu);
    }

    /// What a training may take.
    public long training() {
        return gpu.orElse(machine);
    }
}
