package org.clpworkbench.settings;

/// The window's frame on the screen.
///
/// @param width of its content in pixels
/// @param height of its content in pixels
public record Frame(double width, double height, boolean maximized) {
    public Frame {
        width = Math.clamp(width, 640, 10_000);
        height = Math.clamp(height, 480, 10_000);
    }
}
