package org.clpworkbench.ui;

import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/// A helper model that is made in seconds, on the open "From text" segment of the models screen.
final class SmallHelper {
    private SmallHelper() {}

    /// Begins to make it.
    static void start(WorkbenchWindow window) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#size-own", RadioButton.class).fire();
                    return true;
                });
        type(window, "#layers", 2);
        type(window, "#width", 64);
        type(window, "#vocabulary", 1000);
        type(window, "#context", 64);
        type(window, "#steps", 16);
        window.fire("#startButton");
    }

    static void make(WorkbenchWindow window) {
        start(window);
        window.await("the training", () -> window.sees("#loss"));
        window.await("the model", () -> window.sees("#made-another"));
    }

    private static void type(WorkbenchWindow window, String field, int number) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node(field, TextField.class).setText(Integer.toString(number));
                    return true;
                });
    }
}
