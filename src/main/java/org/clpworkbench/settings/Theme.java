package org.clpworkbench.settings;

/// How the window is coloured.
public enum Theme {
    /// As the desktop is.
    SYSTEM,
    LIGHT,
    DARK;

    /// The one that a press of the theme button leads to.
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
