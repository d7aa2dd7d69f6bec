package org.clpworkbench.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// Undo and redo of a form by two small buttons, which the palette of commands finds as well.
public final class UndoButtons extends HBox {
    private final Texts texts = Texts.of(UndoButtons.class);

    public UndoButtons(FormHistory history) {
        getStyleClass().add("undo-buttons");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        button("undo", "mdi2u-undo", history::undo, history.undoable()),
                        button("redo", "mdi2r-redo", history::redo, history.redoable()));
    }

    private Button button(String key, String icon, Runnable action, ObservableBooleanValue can) {
        var button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key));
        Hint.on(button, texts.get(key));
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(Bindings.not(can));
        return button;
    }
}
