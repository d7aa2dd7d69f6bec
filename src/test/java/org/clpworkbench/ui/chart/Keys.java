package org.clpworkbench.ui.chart;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys pressed on a node, with Ctrl held.
public final class Keys {
    private Keys() {}

    public static void control(Node on, KeyCode code, boolean shift) throws Exception {
        OnScreen.run(
                () ->
                        Event.fireEvent(
                                on,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        shift,
                                        true,
                                        false,
                                        false)));
    }
}
