package org.clpworkbench.ui.common;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// In an area for a few lines Enter takes what was typed and Tab leads on, as in a field of one
/// line; Shift+Enter is a new line.
public final class LineKeys {
    private LineKeys() {}

    /// @param taken what Enter does
    public static void on(TextArea area, Runnable taken) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, area, taken));
    }

    private static void pressed(KeyEvent key, TextArea area, Runnable taken) {
        if (key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            area.replaceSelection("\n");
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            taken.run();
            key.consume();
        } else if (key.getCode() == KeyCode.TAB) {
            var _ =
                    area.requestFocusTraversal(
                            key.isShiftDown()
                                    ? TraversalDirection.PREVIOUS
                                    : TraversalDirection.NEXT);
            key.consume();
        }
    }
}
