package org.clpworkbench.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/// What states of several screens are reached by.
record Controls(WorkbenchWindow window) {
    /// Of the menu of presets: the last takes some away again.
    private static final int BEFORE_LAST = 2;

    void awaitOn(String button) {
        window.await(button, () -> !window.node(button, Node.class).isDisabled());
    }

    void type(String field, String words) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node(field, TextField.class).setText(words);
                    return true;
                });
    }

    /// Whatever has the focus: a notice over the window takes keys from it for a while.
    void press(String node, KeyCode key) {
        WorkbenchWindow.onFxThread(
                () -> {
                    Event.fireEvent(
                            window.node(node, Node.class),
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    return true;
                });
    }

    /// Of the table on the screen.
    int rows() {
        return window.scene().lookup("#table") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    State toggled(String name, String button) {
        return State.of(name, () -> window.fire(button), () -> window.fire(button));
    }

    State expanded(String name, String pane) {
        return State.of(name, () -> expand(pane, true), () -> expand(pane, false));
    }

    private void expand(String pane, boolean wanted) {
        WorkbenchWindow.onFxThread(
                () -> {
                    TitledPane titled = window.node(pane, TitledPane.class);
                    titled.setAnimated(false);
                    titled.setExpanded(wanted);
                    return true;
                });
    }

    /// The name of a preset is asked for, and one typed that is taken.
    State preset() {
        return State.of(
                "PRESET",
                () -> {
                    WorkbenchWindow.onFxThread(
                            () -> {
                                presets().get(presets().size() - BEFORE_LAST).fire();
                                return true;
                            });
                    window.await("the question", () -> window.sees("#presetName"));
                    // the first below the heading
                    type(
                            "#presetName",
                            WorkbenchWindow.onFxThread(() -> presets().get(1).getText()));
                },
                () -> {
                    window.fire("#presetCancel");
                    window.await("no question", () -> !window.sees("#presetName"));
                });
    }

    private List<MenuItem> presets() {
        return window.node("#presets", MenuButton.class).getItems();
    }

    void select(int row) {
        WorkbenchWindow.onFxThread(
                () -> {
                    window.node("#table", TableView.class).getSelectionModel().clearAndSelect(row);
                    return true;
                });
    }
}
