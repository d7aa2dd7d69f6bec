package org.clpworkbench.ui.hub;

import java.util.OptionalLong;

/// How large a model may be.
///
/// @param most parameters; empty for any number
/// @param trainable whether that is what can be trained on this machine
record SizeLimit(OptionalLong most, boolean trainable) {
    static final SizeLimit ANY = new SizeLimit(OptionalLong.empty(), false);

    /// Single-precision weights, gradients and AdamW's two moments.
    private static final long TRAINING_BYTES_PER_PARAMETER = 4 + 4 + 8;

    static SizeLimit of(long most) {
        return new SizeLimit(OptionalLong.of(most), false);
    }

    /// @param freeMemory in bytes
    static SizeLimit trainable(long freeMemory) {
        long most = Math.max(1, freeMemory / TRAINING_BYTES_PER_PARAMETER);
        return new SizeLimit(OptionalLong.of(most), true);
    }

    /// A number of parameters that nobody has counted is too large for any limit.
    boolean allows(long parameters) {
        return most.isEmpty() || (parameters > 0 && parameters <= most.getAsLong());
    }
}
