package org.clpworkbench.ui.models;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.hub.NamedLicence;
import org.clpworkbench.lm.ModelMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A model at hand, with the figures that are worked out from its summary.
///
/// @param embedded whether it came with the program
/// @param licence as its card names it
/// @param memory that it takes, where the program knows
record ModelEntry(
        ModelSummary summary,
        boolean embedded,
        Optional<String> licence,
        Optional<ModelMemory> memory) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelEntry.class);

    /// Single-precision weights, gradients and AdamW's two moments.
    private static final long TRAINING_BYTES_PER_PARAMETER = 4 + 4 + 8;

    static ModelEntry read(Path folder) throws IOException {
        return of(ModelSummary.read(folder));
    }

    /// With what else its folder tells.
    static ModelEntry of(ModelSummary summary) {
        Path folder = summary.folder();
        return new ModelEntry(summary, false, licence(folder), memory(folder));
    }

    static ModelEntry embedded(ModelSummary summary) {
        var licence = Optional.of(EmbeddedDemo.LICENCE);
        return new ModelEntry(summary, true, licence, memory(summary.folder()));
    }

    private static Optional<String> licence(Path folder) {
        try {
            return NamedLicence.of(folder);
        } catch (IOException unreadable) {
            LOG.warn("The card in {} cannot be read", folder, unreadable);
            return Optional.empty();
        }
    }

    private static Optional<ModelMemory> memory(Path folder) {
        try {
            return ModelMemory.of(Files.readString(folder.resolve(ModelConfig.FILE)));
        } catch (IOException unreadable) {
            LOG.warn("The configuration in {} cannot be read", folder, unreadable);
            return Optional.empty();
        }
    }

    /// Bytes that training all weights of a model takes, activations not counted.
    static long trainingBytes(ModelSummary model) {
        return model.parameters() * TRAINING_BYTES_PER_PARAMETER;
    }

    /// Parameters of the tensors that a transfer computes anew: the input embedding, and the output
    /// head when it is one of its own.
    static long vocabularyParameters(ModelSummary model) {
        long matrix = (long) model.vocabularySize() * model.width();
        return Math.min(model.parameters(), model.tied() ? matrix : 2 * matrix);
    }

    /// The share of all parameters that a transfer computes anew, 0 to 1.
    static double vocabularyShare(ModelSummary model) {
        return (double) vocabularyParameters(model) / Math.max(1, model.parameters());
    }
}
