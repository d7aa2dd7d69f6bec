package org.clpworkbench.ui.data;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;

import org.clpworkbench.data.Fate;
import org.clpworkbench.data.Preview;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What becomes of a document: a shape and a word, in its colour.
final class FateCell extends TableCell<Preview.Sample, Fate> {
    private final Texts texts = Texts.of(DataView.class);
    private final Label shape = new Label();

    FateCell() {
        getStyleClass().add("fate");
        shape.getStyleClass().add("fate-shape");
        setGraphicTextGap(5);
    }

    @Override
    protected void updateItem(@Nullable Fate fate, boolean empty) {
        super.updateItem(fate, empty);
        getStyleClass().removeIf(style -> style.startsWith("fate-of-"));
        if (empty || fate == null) {
            setText("");
            setGraphic(null);
            return;
        }
        getStyleClass().add(style(fate));
        shape.setText(symbol(fate));
        setText(texts.get("fate." + fate));
        setGraphic(shape);
    }

    static String style(Fate fate) {
        return "fate-of-" + fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String symbol(Fate fate) {
        return switch (fate) {
            case TRAINING -> "●";
            case VALIDATION -> "◆";
            case DUPLICATE -> "■";
            case OTHER_LANGUAGE -> "▲";
            case BLANK -> "○";
        };
    }
}
