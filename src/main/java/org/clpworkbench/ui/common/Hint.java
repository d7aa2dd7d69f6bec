package org.clpworkbench.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// What a control is for: shown when the mouse rests on it, and told by a screen reader.
public final class Hint {
    private static final double WIDTH = 360;

    private Hint() {}

    public static void on(Control control, String sentence) {
        var words = new Tooltip(sentence);
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        control.setTooltip(words);
        control.setAccessibleHelp(sentence);
    }
}
