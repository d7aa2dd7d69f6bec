package org.clpworkbench.ui.common;

import java.util.Map;

/// A form that presets fill in.
public interface PresetForm {
    /// What is entered, by the form's own words for its fields.
    Map<String, String> entries();

    /// Enters what {@link #entries} gave, in one step to undo. A field that is not there, or says
    /// what this program does not know, gets what it had in the beginning.
    void enter(Map<String, String> entries);
}
