package org.clpworkbench.ui.models;

import org.clpworkbench.checkpoint.ModelSummary;

/// A model at hand, with the figures that are worked out from its summary.
///
/// @param embedded whether it came with the program
record ModelEntry(ModelSummary summary, boolean embedded) {
    /// Single-precision weights, gradients and AdamW's two moments.
    private static final long TRAINING_BYTES_PER_PARAMETER = 4 + 4 + 8;

    /// Bytes that training all its weights takes, activations not counted.
    long trainingBytes() {
        return summary.parameters() * TRAINING_BYTES_PER_PARAMETER;
    }

    /// Parameters of the tensors that a transfer computes anew: the input embedding, and the output
    /// head when it is one of its own.
    long vocabularyParameters() {
        long matrix = (long) summary.vocabularySize() * summary.width();
        return Math.min(summary.parameters(), summary.tied() ? matrix : 2 * matrix);
    }

    /// The share of all parameters that a transfer computes anew, 0 to 1.
    double vocabularyShare() {
        return (double) vocabularyParameters() / Math.max(1, summary.parameters());
    }
}
