package org.clpworkbench.ui;

import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The size of the window's texts, changed by its keys.
final class TextSize {
    /// From the usual size over 110 and 125 % to 150 %.
    private static final int PRESSES = 3;

    private TextSize() {}

    static void usual(WorkbenchWindow window) {
        press(window, KeyCode.DIGIT0);
    }

    /// 150 %.
    static void large(WorkbenchWindow window) {
        usual(window);
        for (int press = 0; press < PRESSES; press++) {
            press(window, KeyCode.PLUS);
        }
    }

    /// With Ctrl; wherever the focus is.
    private static void press(WorkbenchWindow window, KeyCode key) {
        WorkbenchWindow.onFxThread(
                () -> {
                    Event.fireEvent(
                            window.scene().getRoot(),
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
                    return true;
                });
    }
}
