package org.clpworkbench.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;

import java.util.List;

/// All keys and what they do.
final class KeysPage extends VBox {
    /// Keys that only some places know.
    private static final List<String> PLACES =
            List.of(
                    "chart", "copy", "zoom", "fit", "pan", "undo", "expand", "pin", "map", "text",
                    "table", "runs");

    private final Texts texts = Texts.of(ShellViewModel.class);
    private final Overlay overlay = new Overlay(this);
    private final Button close = new Button(texts.get("keys.close"));

    KeysPage() {
        getStyleClass().add("keys-page");
        setId("keys");
        close.setCancelButton(true);
        close.setMinHeight(USE_PREF_SIZE);
        close.setOnAction(_ -> overlay.close());
    }

    Overlay overlay() {
        return overlay;
    }

    void open(List<Command> commands) {
        var title = new Label(texts.get("keys.title"));
        title.getStyleClass().add("section");
        var grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        commands.stream()
                .filter(command -> !command.keys().isEmpty())
                .forEach(command -> add(grid, command.keysInWords(), command.words()));
        PLACES.forEach(
                place -> add(grid, texts.get("keys." + place), texts.get("keys.in." + place)));
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("plain");
        getChildren().setAll(title, scroll, close);
        overlay.open(close);
    }

    private static void add(GridPane grid, String keys, String words) {
        var key = new Label(keys);
        key.getStyleClass().add("key");
        key.setMinWidth(USE_PREF_SIZE);
        var meaning = new Label(words);
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, meaning);
    }
}
