package org.clpworkbench.ui.training;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What of a run the form and the pair can take over.
///
/// @param entries of the form's fields
/// @param method that the run began with; "" where it began with the folder, or nothing is left
/// @param folder model folder that the run began with, where no pair at hand makes the same
/// @param models that the method was used on; empty where they are not at hand
/// @param texts that give what the run read; empty where that is gone
/// @param lost what cannot be taken over, in sentences; empty where everything can
record RunSettings(
        Map<String, String> entries,
        String method,
        Optional<Path> folder,
        Optional<Models> models,
        Optional<DataSet> texts,
        String lost) {
    record Models(ModelSummary source, ModelSummary helper) {}

    RunSettings {
        entries = Map.copyOf(entries);
    }

    /// Whether it is what the run began with.
    boolean beganWith(StartChoice choice) {
        return choice.folder().isPresent()
                ? choice.folder().equals(folder)
                : choice.name().equals(method);
    }
}
