package org.clpworkbench.ui.common;

/// How large texts are.
public final class TypeSize {
    /// Of usual texts in pixels, where the window is not zoomed.
    public static final double USUAL = 13;

    private TypeSize() {}
}
