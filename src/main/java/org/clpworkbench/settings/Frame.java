package org.clpworkbench.settings;

import java.util.Optional;

/// The window's frame on the screen.
///
/// @param width of its content in pixels, where it does not fill the screen
/// @param height of its content in pixels, likewise
/// @param corner its upper left, likewise; empty where the desktop is to choose
public record Frame(double width, double height, boolean maximized, Optional<Corner> corner) {
    /// In pixels of all screens together.
    public record Corner(double x, double y) {}

    public Frame {
        width = Math.clamp(width, 640, 10_000);
        height = Math.clamp(height, 480, 10_000);
    }

    public Frame(double width, double height, boolean maximized) {
        this(width, height, maximized, Optional.empty());
    }
}
