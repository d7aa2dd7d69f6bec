package org.clpworkbench.ui.common;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.clpworkbench.settings.Preset;

import java.util.ArrayList;
import java.util.List;

/// The head of a form: presets, and undo. A preset's name is asked for below it.
public final class PresetsPane extends VBox {
    private final Texts texts = Texts.of(Presets.class);
    private final Presets presets;
    private final MenuButton menu = new MenuButton(texts.get("presets"));
    private final VBox naming = new VBox();
    private final TextField name = new TextField();

    /// @param hint what the presets fill in
    public PresetsPane(Presets presets, FormHistory history, String hint) {
        this.presets = presets;
        getStyleClass().add("presets");
        setMinHeight(USE_PREF_SIZE);
        menu.setId("presets");
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        Hint.on(menu, hint);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var head = new HBox(menu, between, new UndoButtons(history));
        head.setAlignment(Pos.CENTER_LEFT);
        addNaming();
        getChildren().setAll(head, naming);
        presets.own().addListener((ListChangeListener<Preset>) _ -> offer());
        presets.builtIn().subscribe(_ -> offer());
    }

    private void offer() {
        var items = new ArrayList<>(group(texts.get("builtIn"), presets.builtIn().getValue()));
        if (!presets.own().isEmpty()) {
            items.addAll(group(texts.get("own"), presets.own()));
        }
        items.add(item(texts.get("save"), this::askForName));
        var delete = new Menu(texts.get("delete"));
        delete.setDisable(presets.own().isEmpty());
        for (Preset preset : presets.own()) {
            delete.getItems().add(item(preset.name(), () -> presets.delete(preset)));
        }
        items.add(delete);
        menu.getItems().setAll(items);
    }

    /// Some presets below what they are.
    private List<MenuItem> group(String title, List<Preset> offered) {
        var heading = new MenuItem(title);
        heading.setDisable(true);
        var group = new ArrayList<>(List.of(heading));
        for (Preset preset : offered) {
            group.add(item(preset.name(), () -> presets.apply(preset)));
        }
        group.add(new SeparatorMenuItem());
        return group;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false); // a name may have a _ in it
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void addNaming() {
        name.setId("presetName");
        name.setPromptText(texts.get("name"));
        name.setAccessibleText(texts.get("name"));
        name.setOnAction(_ -> save());
        name.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        close();
                        key.consume();
                    }
                });
        var taken = new Label();
        taken.getStyleClass().add("failure");
        taken.setWrapText(true);
        taken.setMinHeight(USE_PREF_SIZE);
        taken.textProperty()
                .bind(
                        name.textProperty()
                                .map(
                                        typed ->
                                                presets.isBuiltIn(typed)
                                                        ? texts.get("taken", typed.strip())
                                                        : ""));
        taken.visibleProperty().bind(taken.textProperty().isNotEmpty());
        taken.managedProperty().bind(taken.visibleProperty());
        var save = new Button(texts.get("keep"));
        save.setId("presetSave");
        save.getStyleClass().addAll("small", "accent");
        save.setOnAction(_ -> save());
        save.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !canBe(name.getText()), name.textProperty()));
        var cancel = new Button(texts.get("cancel"));
        cancel.setId("presetCancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> close());
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("presets-buttons");
        naming.getStyleClass().add("presets");
        naming.getChildren().setAll(name, taken, buttons);
        show(false);
    }

    private boolean canBe(String typed) {
        return !typed.isBlank() && !presets.isBuiltIn(typed);
    }

    private void askForName() {
        name.clear();
        show(true);
        name.requestFocus();
    }

    private void save() {
        if (canBe(name.getText()) && presets.save(name.getText())) {
            close();
        }
    }

    private void close() {
        name.clear();
        show(false);
        menu.requestFocus();
    }

    private void show(boolean asking) {
        naming.setVisible(asking);
        naming.setManaged(asking);
    }
}
