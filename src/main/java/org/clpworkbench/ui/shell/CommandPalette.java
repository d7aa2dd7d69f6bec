package org.clpworkbench.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Type a few letters of what is to be done, press Enter.
final class CommandPalette extends VBox {
    private final Texts texts = Texts.of(ShellViewModel.class);
    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final FilteredList<Command> fitting = new FilteredList<>(all);
    private final TextField search = new TextField();
    private final ListView<Command> list = new ListView<>(fitting);
    private final Overlay overlay = new Overlay(this);

    CommandPalette() {
        getStyleClass().add("palette");
        search.setPromptText(texts.get("palette.prompt"));
        search.setAccessibleText(texts.get("palette.prompt"));
        search.setId("palette-search");
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.list"));
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setCellFactory(_ -> cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
    }

    Overlay overlay() {
        return overlay;
    }

    void open(List<Command> commands) {
        all.setAll(commands);
        search.clear();
        filter();
        overlay.open(search);
    }

    private void filter() {
        List<String> wanted =
                Arrays.stream(search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"))
                        .toList();
        fitting.setPredicate(
                command -> {
                    String words = command.words().toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(words::contains);
                });
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> run();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        key.consume();
    }

    /// A click beside the commands does nothing.
    private CommandCell cell() {
        var cell = new CommandCell();
        cell.setOnMouseClicked(
                _ -> {
                    if (!cell.isEmpty()) {
                        run();
                    }
                });
        return cell;
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            chosen.action().run();
        }
    }

    /// What it does on the left, its keys on the right.
    private static final class CommandCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var keys = new Label(command.keysInWords());
            keys.getStyleClass().add("text-muted");
            var row = new HBox(new Label(command.words()), gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
