package org.clpworkbench.data;

import java.util.List;
import java.util.Optional;

/// Texts that were chosen together: where they lie, and which of their documents are taken.
///
/// @param inputs files, folders and patterns
/// @param validation a text that is never trained on, of the same kinds; where there is none, the
///   share of the documents that the choices keep back
public record DataSet(List<String> inputs, Optional<String> validation, DataChoices choices) {
    public DataSet {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one text.");
        }
        if (validation.isPresent() && choices.validationShare() > 0) {
            throw new IllegalArgumentException(
                    "Choose either a text to evaluate on or a share of the documents, not both.");
        }
        inputs = List.copyOf(inputs);
    }
}
