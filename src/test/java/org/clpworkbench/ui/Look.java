package org.clpworkbench.ui;

import java.util.ArrayList;
import java.util.List;

/// A way in which the window is looked at: its theme, whether its texts are half as large again,
/// and its size.
record Look(boolean dark, boolean large, int width, int height) {
    static final Look SMALLEST = new Look(false, false, 1024, 700);
    static final Look LIGHT = new Look(false, false, 1280, 860);
    static final Look DARK = new Look(true, false, 1280, 860);

    /// In a window that is no larger than a laptop's screen.
    static final Look LARGE_TEXTS = new Look(false, true, 1600, 1050);

    /// Light and dark, at the usual size of texts and at 150 %, in windows from the smallest to the
    /// whole of a screen with four times as many pixels as is usual.
    static List<Look> all() {
        var all = new ArrayList<Look>();
        for (boolean dark : new boolean[] {false, true}) {
            all.add(new Look(dark, false, SMALLEST.width, SMALLEST.height));
            all.add(new Look(dark, false, LIGHT.width, LIGHT.height));
            all.add(new Look(dark, false, 3840, 2160));
            all.add(new Look(dark, true, 1600, 1050));
            all.add(new Look(dark, true, 3840, 2160));
        }
        return all;
    }

    @Override
    public String toString() {
        return "%s%s-%d".formatted(dark ? "dark" : "light", large ? "-150" : "", width);
    }
}
