package org.clpworkbench.ui.overlap;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.clpworkbench.ui.common.Isolated;
import org.clpworkbench.ui.common.TokenKind;
import org.jspecify.annotations.Nullable;

/// A table cell that shows a token as a chip, and keeps the chip for the next token: to make one
/// anew, with its styles, is what scrolling would wait for.
final class ChipCell extends TableCell<TokenRow, TokenRow> {
    private final Label shape = new Label();
    private final Label chip = new Label("", shape);
    private final Tooltip raw = new Tooltip();
    private @Nullable TokenKind styled;

    ChipCell() {
        shape.getStyleClass().add("token-shape");
        chip.getStyleClass().add("token-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setTooltip(raw);
    }

    @Override
    protected void updateItem(@Nullable TokenRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        style(row.kind());
        chip.setText(row.display());
        setAccessibleText(Isolated.of(row.display()) + ", " + row.kind().word());
        raw.setText(Isolated.of(row.raw()) + "  " + row.kind().wordWithSymbol());
        setGraphic(chip);
    }

    private void style(TokenKind kind) {
        if (kind != styled) {
            if (styled != null) {
                chip.getStyleClass().remove(styled.styleClass());
            }
            chip.getStyleClass().add(kind.styleClass());
            shape.setText(kind.symbol());
            styled = kind;
        }
    }
}
