package org.clpworkbench.ui.common;

import javafx.scene.control.ComboBox;
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

    /// Adds what is chosen to what a box is for: a narrow box cuts it.
    public static <T> void withChoice(ComboBox<T> box) {
        Tooltip words = box.getTooltip() == null ? new Tooltip() : box.getTooltip();
        String hint = words.getText();
        box.valueProperty()
                .subscribe(
                        now -> {
                            String chosen = now == null ? "" : box.getConverter().toString(now);
                            words.setText((chosen + "\n" + hint).strip());
                        });
        box.setTooltip(words);
    }
}
