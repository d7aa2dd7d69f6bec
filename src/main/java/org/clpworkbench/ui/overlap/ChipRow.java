package org.clpworkbench.ui.overlap;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.overlap.Segmentation.Part;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;

/// The tokens of a sentence in a row. One of them is in the order of Tab, the arrows go to the
/// others; a click or Space selects a token, a double click or Enter opens it.
final class ChipRow extends FlowPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final ObservableValue<@Nullable Integer> selected;
    private final IntConsumer select;
    private final IntConsumer open;
    private List<Part> parts = List.of();

    /// @param selected the helper's token that is selected
    ChipRow(ObservableValue<@Nullable Integer> selected, IntConsumer select, IntConsumer open) {
        this.selected = selected;
        this.select = select;
        this.open = open;
        getStyleClass().add("chips");
        setMinHeight(USE_PREF_SIZE);
        selected.subscribe(this::mark);
    }

    void show(List<Part> shown) {
        parts = shown;
        getChildren().clear();
        for (Part part : shown) {
            getChildren().add(chip(part));
        }
        if (!shown.isEmpty()) {
            getChildren().getFirst().setFocusTraversable(true);
        }
        mark();
    }

    private Node chip(Part part) {
        var chip = new TokenChip(part.display(), part.raw(), part.kind());
        chip.setAccessibleRole(AccessibleRole.BUTTON);
        if (part.helperId() >= 0) {
            chip.getStyleClass().add("clickable");
        }
        chip.setOnMouseClicked(clicked -> clicked(chip, part, clicked));
        chip.setOnKeyPressed(pressed -> pressed(chip, part, pressed));
        return chip;
    }

    private void clicked(Node chip, Part part, MouseEvent clicked) {
        focus(chip);
        if (part.helperId() >= 0) {
            (clicked.getClickCount() == 2 ? open : select).accept(part.helperId());
        }
    }

    private void pressed(Node chip, Part part, KeyEvent pressed) {
        int at = getChildren().indexOf(chip);
        int to =
                switch (pressed.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case HOME -> 0;
                    case END -> getChildren().size() - 1;
                    default -> -1;
                };
        if (to >= 0 && to < getChildren().size()) {
            focus(getChildren().get(to));
            pressed.consume();
        }
        boolean chosen = pressed.getCode() == KeyCode.ENTER || pressed.getCode() == KeyCode.SPACE;
        if (chosen && part.helperId() >= 0) {
            (pressed.getCode() == KeyCode.ENTER ? open : select).accept(part.helperId());
            pressed.consume();
        }
    }

    private void focus(Node chip) {
        getChildren().forEach(other -> other.setFocusTraversable(other.equals(chip)));
        chip.requestFocus();
    }

    private void mark() {
        Integer now = selected.getValue();
        for (int at = 0; at < getChildren().size(); at++) {
            boolean marked = now != null && parts.get(at).helperId() == now;
            getChildren().get(at).pseudoClassStateChanged(SELECTED, marked);
        }
    }
}
