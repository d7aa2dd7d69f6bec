package org.clpworkbench.ui;

import javafx.scene.Scene;

import java.util.ArrayList;
import java.util.List;

/// All that is wrong with what a scene shows: texts that are cut off or too faint, what cannot be
/// come to or has no name. On the JavaFX thread.
public final class Faults {
    /// Of a text to what lies behind it.
    public static final double LEAST_CONTRAST = 4.5;

    private Faults() {}

    public static List<String> in(Scene scene) {
        List<String> faults = new ArrayList<>(ofTexts(scene));
        faults.addAll(Reach.lacking(scene));
        faults.addAll(AccessibleNames.missing(scene));
        return faults;
    }

    /// Only what concerns reading.
    public static List<String> ofTexts(Scene scene) {
        var faults = new ArrayList<String>(ClippedTexts.in(scene));
        faults.addAll(Contrasts.below(LEAST_CONTRAST, scene));
        return faults;
    }
}
