package org.clpworkbench.settings;

import java.util.Map;

/// A form's entries under a name.
///
/// @param entries what is entered, by the form's own words for its fields
public record Preset(FormName form, String name, Map<String, String> entries) {
    public Preset {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A preset has a name.");
        }
        entries = Map.copyOf(entries);
    }

    /// Whether people would take the other name for this one.
    public boolean isCalled(String other) {
        return name.equalsIgnoreCase(other.strip());
    }
}
