package org.clpworkbench.ui.common;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Ctrl+Z undoes; Ctrl+Y and Ctrl+Shift+Z do again.
public final class UndoKeys {
    private UndoKeys() {}

    /// @param screen where the keys work unless something in it has a use for them
    /// @param form in it, where they are the form's: the fields' own undoing knows of one field
    ///   only
    public static void on(Node screen, Node form, FormHistory history) {
        form.addEventFilter(KeyEvent.KEY_PRESSED, key -> press(key, history));
        screen.addEventHandler(KeyEvent.KEY_PRESSED, key -> press(key, history));
    }

    private static void press(KeyEvent key, FormHistory history) {
        if (isRedo(key)) {
            history.redo();
            key.consume();
        } else if (isUndo(key)) {
            history.undo();
            key.consume();
        }
    }

    public static boolean isUndo(KeyEvent key) {
        return key.isShortcutDown() && key.getCode() == KeyCode.Z && !key.isShiftDown();
    }

    public static boolean isRedo(KeyEvent key) {
        return key.isShortcutDown()
                && (key.getCode() == KeyCode.Y
                        || (key.getCode() == KeyCode.Z && key.isShiftDown()));
    }
}
