package org.clpworkbench.ui.overlap;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.overlap.Segmentation.Part;
import org.clpworkbench.ui.overlap.Segmentation.Side;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;

/// The tokens of a sentence in a row, and how many more there are than are shown. One of them is in
/// the order of Tab, the arrows go to the others; a click or Space selects a token, a double click
/// or Enter opens it.
final class ChipRow extends FlowPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Texts texts = Texts.of(OverlapView.class);
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

    /// Who types changes the end of a sentence: the chips before it stay.
    void show(Side side) {
        List<Part> shown = side.first();
        int same = beginning(shown);
        getChildren().remove(same, getChildren().size());
        shown.subList(same, shown.size()).forEach(part -> getChildren().add(chip(part)));
        parts = shown;
        if (side.tokens() > shown.size()) {
            getChildren().add(more(side.tokens() - shown.size()));
        }
        if (!parts.isEmpty() && getChildren().stream().noneMatch(Node::isFocusTraversable)) {
            getChildren().getFirst().setFocusTraversable(true);
        }
        mark();
    }

    /// How many tokens, from the first on, are shown already.
    private int beginning(List<Part> shown) {
        int same = 0;
        while (same < Math.min(parts.size(), shown.size())
                && parts.get(same).equals(shown.get(same))) {
            same++;
        }
        return same;
    }

    private Label more(int tokens) {
        var words = new Label(texts.get("sentence.more", Numbers.whole(tokens)));
        words.getStyleClass().add("text-muted");
        words.setMinWidth(USE_PREF_SIZE);
        return words;
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
                    case END -> parts.size() - 1;
                    default -> -1;
                };
        if (to >= 0 && to < parts.size()) {
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
        for (int at = 0; at < parts.size(); at++) {
            boolean marked = now != null && parts.get(at).helperId() == now;
            getChildren().get(at).pseudoClassStateChanged(SELECTED, marked);
        }
    }
}
