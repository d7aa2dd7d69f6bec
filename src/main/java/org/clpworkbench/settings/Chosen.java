package org.clpworkbench.settings;

import org.clpworkbench.data.DataSet;

import java.util.Optional;

/// What was chosen last on the screens of models and texts.
///
/// @param source folder of the source, "" for the embedded one
/// @param helper folder of the helper, "" for the embedded one
/// @param data texts, empty for the embedded ones
public record Chosen(String source, String helper, Optional<DataSet> data) {
    public static final Chosen EMBEDDED = new Chosen("", "", Optional.empty());

    public Chosen withModels(String newSource, String newHelper) {
        return new Chosen(newSource, newHelper, data);
    }

    public Chosen withData(Optional<DataSet> newData) {
        return new Chosen(source, helper, newData);
    }
}
