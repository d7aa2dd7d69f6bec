package org.clpworkbench.ui.shell;

import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// A page above the whole window that Esc or a click beside it takes away, wherever the focus is;
/// the Tab key goes round within it. Then the focus goes back to where it was.
final class Overlay extends StackPane {
    private final EventHandler<KeyEvent> keys = this::pressed;
    private final Region page;
    private final Region end = new Region();
    private @Nullable Node focusedBefore;

    Overlay(Region page) {
        this.page = page;
        getStyleClass().add("overlay");
        page.getStyleClass().add("overlay-page");
        page.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(page, Pos.TOP_CENTER);
        end.setManaged(false);
        getChildren().addAll(page, end);
        page.setOnMouseClicked(clicked -> clicked.consume());
        setOnMouseClicked(_ -> close());
        shown(false);
    }

    /// @param first what is to have the focus
    void open(Node first) {
        if (!isVisible()) {
            focusedBefore = getScene().getFocusOwner();
            getParent().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        shown(true);
        first.requestFocus();
    }

    void close() {
        if (!isVisible()) {
            return;
        }
        getParent().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        shown(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> close();
            case TAB -> goOn(key.isShiftDown());
            default -> {
                return;
            }
        }
        key.consume();
    }

    /// To the next place of the page that takes the focus; from the last to the first.
    private void goOn(boolean back) {
        List<Node> stops = stops(page).toList();
        if (stops.isEmpty()) {
            return;
        }
        Node now = getScene().getFocusOwner();
        boolean inside = stops.contains(now);
        if (back) {
            boolean first = !inside || stops.getFirst().equals(now);
            move(first ? end : now, TraversalDirection.PREVIOUS);
        } else {
            boolean last = !inside || stops.getLast().equals(now);
            move(last ? page : now, TraversalDirection.NEXT);
        }
    }

    private static void move(Node from, TraversalDirection to) {
        from.requestFocusTraversal(to);
    }

    private static Stream<Node> stops(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        Stream<Node> within =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(Overlay::stops)
                        : Stream.empty();
        return node.isFocusTraversable() ? Stream.concat(Stream.of(node), within) : within;
    }

    private void shown(boolean now) {
        setVisible(now);
        setManaged(now);
    }
}
