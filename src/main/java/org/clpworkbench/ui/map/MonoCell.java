package org.clpworkbench.ui.map;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/// A token in the table, in the type of tokens.
final class MonoCell extends TableCell<MapToken, String> {
    MonoCell() {
        getStyleClass().add("mono");
    }

    @Override
    protected void updateItem(@Nullable String token, boolean empty) {
        super.updateItem(token, empty);
        setText(empty || token == null ? "" : token);
    }
}
