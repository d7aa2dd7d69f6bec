package org.clpworkbench.ui.common;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A table cell with a figure, right-aligned.
public final class NumberCell<R> extends TableCell<R, Number> {
    private final Function<Number, String> words;

    public NumberCell(Function<Number, String> words) {
        this.words = words;
        getStyleClass().add("number-cell");
    }

    @Override
    protected void updateItem(@Nullable Number figure, boolean empty) {
        super.updateItem(figure, empty);
        setText(empty || figure == null ? "" : words.apply(figure));
    }
}
