package org.clpworkbench.ui.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Texts;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;

/// The files, folders and patterns that are chosen, and ways to choose more: by the system's
/// dialogs, by a pattern, by dropping them, from the Hub.
final class InputsPane extends VBox {
    private static final int MOST_ROWS = 4;

    private final Texts texts = Texts.of(DataView.class);
    private final DataViewModel viewModel;
    private final ListView<String> list = new ListView<>();

    /// @param showHub shows the part that fetches texts from the Hub, or hides it
    InputsPane(DataViewModel viewModel, Consumer<Boolean> showHub) {
        this.viewModel = viewModel;
        getStyleClass().add("data-inputs");
        list.setId("inputs");
        list.setAccessibleText(texts.get("inputs"));
        list.getStyleClass().add("dense");
        list.setCellFactory(_ -> new InputCell(viewModel, this::remove));
        list.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.DELETE) {
                        list.getSelectionModel().getSelectedItems().stream()
                                .toList()
                                .forEach(this::remove);
                        key.consume();
                    }
                });
        var none = new Label(texts.get("inputs.none"));
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
        list.setPlaceholder(none);
        list.fixedCellSizeProperty().subscribe(this::fit);
        viewModel.form().inputs().subscribe(this::show);
        viewModel.chosen().found().subscribe(_ -> list.refresh());
        var back = button("embedded", viewModel.chosen()::useEmbedded);
        back.getStyleClass().add("flat");
        back.visibleProperty().bind(viewModel.chosen().own());
        back.managedProperty().bind(back.visibleProperty());
        var hub = labelled(new ToggleButton(), "hub");
        hub.selectedProperty().subscribe(showHub);
        var buttons =
                new FlowPane(
                        button("files", viewModel::addFiles),
                        button("folder", viewModel::addFolder),
                        hub,
                        back);
        buttons.getStyleClass().add("data-buttons");
        getChildren().addAll(list, buttons, pattern());
    }

    private void show(List<String> inputs) {
        list.getItems().setAll(inputs);
        fit();
    }

    /// As high as its rows, whose height the style sheet says, up to a few of them.
    private void fit() {
        int rows = Math.clamp(list.getItems().size(), 1, MOST_ROWS);
        list.setPrefHeight(Math.max(0, list.getFixedCellSize()) * rows + 4);
        list.setMinHeight(USE_PREF_SIZE);
    }

    private void remove(String input) {
        viewModel.form().remove(input);
    }

    private Button button(String key, Runnable action) {
        Button button = labelled(new Button(), key);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private <B extends ButtonBase> B labelled(B button, String key) {
        button.setText(texts.get("add." + key));
        button.setId("add-" + key);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        Hint.on(button, texts.get("add." + key + ".hint"));
        return button;
    }

    private HBox pattern() {
        var field = new TextField();
        field.setId("pattern");
        field.setPromptText(texts.get("pattern"));
        field.setAccessibleText(texts.get("pattern.name"));
        field.setPrefColumnCount(8);
        Hint.on(field, texts.get("pattern.hint"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable add =
                () -> {
                    viewModel.addPattern(field.getText());
                    field.clear();
                };
        field.setOnAction(_ -> add.run());
        var button = button("pattern", add);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        var row = new HBox(field, button);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Files and folders that are dropped there are taken up.
    void takeDropsOn(Node place) {
        place.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        place.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        viewModel.add(files.stream().map(File::toPath).toList());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
