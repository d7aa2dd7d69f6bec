package org.clpworkbench.lm;

/// How products are computed: all in float32, or in bfloat16 with float32 master weights, norms,
/// softmax and loss.
public enum Precision {
    FLOAT32,
    BFLOAT16
}
