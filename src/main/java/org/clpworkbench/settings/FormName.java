package org.clpworkbench.settings;

/// The forms that presets fill in.
public enum FormName {
    RACE,
    TRANSFER,
    SAMPLING
}
