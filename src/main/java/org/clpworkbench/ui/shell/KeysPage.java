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
    /// Keys that only a place knows.
    record Place(String name, List<String> keys) {}

    static final List<Place> PLACES =
            List.of(
                    new Place("form", List.of("undo", "redo", "note", "preset")),
                    new Place("picture", List.of("zoom", "pan", "fit")),
                    new Place("chart", List.of("move", "group", "copy")),
                    new Place("graph", List.of("move", "expand", "pin")),
                    new Place("map", List.of("move", "choose", "all", "open", "copy")),
                    new Place("text", List.of("move", "open", "copy")),
                    new Place(
                            "table",
                            List.of(
                                    "sort", "search", "open", "look", "fold", "copy", "use",
                                    "delete")));

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
        addPlace(grid, "everywhere");
        commands.stream()
                .filter(command -> !command.keys().isEmpty())
                .forEach(command -> add(grid, command.keysInWords(), command.words()));
        add(grid, texts.get("keys.everywhere.close"), texts.get("keys.in.everywhere.close"));
        for (Place place : PLACES) {
            addPlace(grid, place.name());
            for (String key : place.keys()) {
                String name = place.name() + "." + key;
                add(grid, texts.get("keys." + name), texts.get("keys.in." + name));
            }
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("plain");
        getChildren().setAll(title, scroll, close);
        overlay.open(close);
    }

    private void addPlace(GridPane grid, String place) {
        var name = new Label(texts.get("keys.place." + place));
        name.getStyleClass().add("key-place");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        grid.add(name, 0, grid.getRowCount(), 2, 1);
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
