package org.clpworkbench.ui.common;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A table cell that shows a row's token as a chip.
public final class TokenCell<R> extends TableCell<R, R> {
    private final Function<R, TokenChip> chip;

    public TokenCell(Function<R, TokenChip> chip) {
        this.chip = chip;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : chip.apply(row));
    }
}
