package org.clpworkbench.ui.runs;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/// A figure in words, right-aligned.
final class FigureCell<T> extends TableCell<RunEntry, T> {
    FigureCell() {
        getStyleClass().add("number-cell");
    }

    @Override
    protected void updateItem(@Nullable T figure, boolean empty) {
        super.updateItem(figure, empty);
        setText(empty || figure == null ? "" : figure.toString());
    }
}
