package org.clpworkbench.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.WorkbenchWindow;

import java.util.List;
import java.util.stream.Stream;

/// A bar with words and buttons, as a person sees and uses it.
record BarOnShow(Pane bar) {
    /// The words of what is visible, from left to right.
    List<String> words() {
        return WorkbenchWindow.onFxThread(
                () -> visible().map(Labeled::getText).filter(words -> !words.isEmpty()).toList());
    }

    /// Presses the button that says this.
    void press(String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    visible()
                            .filter(Button.class::isInstance)
                            .map(Button.class::cast)
                            .filter(button -> button.getText().equals(words))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return true;
                });
    }

    private Stream<Labeled> visible() {
        return bar.getChildren().stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast);
    }
}
