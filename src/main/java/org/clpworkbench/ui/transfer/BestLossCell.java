package org.clpworkbench.ui.transfer;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

import org.clpworkbench.race.ComparedMethod;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A loss at step 0; the lowest is bold and has a star.
final class BestLossCell extends TableCell<ComparedMethod, Number> {
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    private final Texts texts = Texts.of(TransferView.class);
    private final ComparisonViewModel viewModel;

    BestLossCell(ComparisonViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("number-cell", "loss-cell");
    }

    @Override
    protected void updateItem(@Nullable Number loss, boolean empty) {
        super.updateItem(loss, empty);
        boolean best = !empty && isBest();
        String figure = loss == null ? "–" : Numbers.decimal(loss.doubleValue(), 3);
        setText(empty ? "" : figure);
        setGraphic(best ? new FontIcon("mdi2s-star") : null);
        setAccessibleText(best ? texts.get("compare.best", figure) : figure);
        pseudoClassStateChanged(BEST, best);
    }

    private boolean isBest() {
        ComparedMethod row = getTableRow() == null ? null : getTableRow().getItem();
        return row != null && viewModel.best().filter(row::equals).isPresent();
    }
}
