package org.clpworkbench.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A page above the whole window that Esc or a click beside it takes away; the focus goes back to
/// where it was.
final class Overlay extends StackPane {
    private @Nullable Node focusedBefore;

    Overlay(Region page) {
        getStyleClass().add("overlay");
        page.getStyleClass().add("overlay-page");
        page.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(page, Pos.TOP_CENTER);
        getChildren().add(page);
        page.setOnMouseClicked(clicked -> clicked.consume());
        setOnMouseClicked(_ -> close());
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        close();
                        key.consume();
                    }
                });
        shown(false);
    }

    /// @param first what is to have the focus
    void open(Node first) {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
        }
        shown(true);
        first.requestFocus();
    }

    void close() {
        shown(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
