package org.clpworkbench.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Stands where there is nothing to show: says what belongs there and offers the step that brings
/// it, if somebody has to do one.
public final class EmptyState extends VBox {
    /// What belongs here comes by itself.
    public EmptyState(String sentence) {
        var words = new Label(sentence);
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("empty-place");
        getChildren().add(words);
    }

    /// @param step what the button says that does it
    public EmptyState(String sentence, String step, Runnable act) {
        this(sentence);
        var button = new Button(step);
        button.getStyleClass().add("small");
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> act.run());
        getChildren().add(button);
    }
}
