package org.clpworkbench.ui.neighbours;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

import org.clpworkbench.ui.common.TokenChip;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Completes what is typed into a field by tokens of the vocabulary, in a list below it: arrow keys
/// and Enter, or a click.
final class TokenSearch {
    private static final double ROW = 30;

    private final TextField field;
    private final ListView<TokenReference> list;
    private final Function<String, List<TokenReference>> suggest;
    private final IntConsumer chosen;

    TokenSearch(
            TextField field,
            ListView<TokenReference> list,
            Function<String, List<TokenReference>> suggest,
            IntConsumer chosen) {
        this.field = field;
        this.list = list;
        this.suggest = suggest;
        this.chosen = chosen;
        list.setFixedCellSize(ROW);
        list.setCellFactory(any -> new ReferenceCell());
        list.setOnMouseClicked(clicked -> choose());
        hide();
        field.textProperty().addListener((property, before, now) -> offer(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now && !list.isHover()) {
                                hide();
                            }
                        });
    }

    private void offer(String typed) {
        list.getItems().setAll(suggest.apply(typed));
        if (list.getItems().isEmpty()) {
            hide();
            return;
        }
        list.getSelectionModel().selectFirst();
        double height = Math.min(8, list.getItems().size()) * ROW + 4;
        list.setMaxHeight(height);
        list.setPrefHeight(height);
        list.setVisible(true);
        if (list.getParent() instanceof Pane) {
            list.toFront();
        }
    }

    private void key(KeyEvent pressed) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (pressed.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
            pressed.consume();
        } else if (pressed.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(0, at - 1));
            pressed.consume();
        } else if (pressed.getCode() == KeyCode.ENTER) {
            choose();
            pressed.consume();
        } else if (pressed.getCode() == KeyCode.ESCAPE) {
            hide();
        }
    }

    private void choose() {
        TokenReference token = list.getSelectionModel().getSelectedItem();
        if (token != null) {
            field.clear();
            hide();
            chosen.accept(token.id());
        }
    }

    private void hide() {
        list.setVisible(false);
    }

    private static final class ReferenceCell extends ListCell<TokenReference> {
        @Override
        protected void updateItem(@Nullable TokenReference token, boolean empty) {
            super.updateItem(token, empty);
            setGraphic(
                    empty || token == null
                            ? null
                            : new TokenChip(token.display(), token.raw(), token.kind()));
        }
    }
}
