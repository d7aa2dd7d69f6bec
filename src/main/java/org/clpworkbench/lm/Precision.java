package org.clpworkbench.lm;

import org.clpworkbench.compute.Devices;

/// How products are computed: all in float32, or in bfloat16 with float32 master weights, norms,
/// softmax and loss.
public enum Precision {
    FLOAT32,
    BFLOAT16;

    /// The faster one on a device, given by its name.
    public static Precision suited(String device) {
        return Devices.multipliesBfloat16(device) ? BFLOAT16 : FLOAT32;
    }
}
