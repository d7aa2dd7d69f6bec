package org.clpworkbench.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollPane;

import java.util.ArrayList;
import java.util.List;

/// Finds what cannot be come to in a window of this size: controls outside of it that nothing
/// scrolls into it, what is wider than the pane that shows it and does not scroll sideways, and
/// panes with no room to scroll in.
final class Reach {
    private static final double TOLERANCE = 1.5;

    /// About a line of text.
    private static final double LEAST_ROOM = 20;

    private Reach() {}

    static List<String> lacking(Scene scene) {
        var lacking = new ArrayList<String>();
        for (Node node : Nodes.visible(scene.getRoot())) {
            if (node instanceof Control control
                    && control.isFocusTraversable()
                    && !isScrolled(control)
                    && isOutside(control, scene)) {
                lacking.add("out of reach: " + Nodes.path(control));
            }
            if (node instanceof ScrollPane pane && pane.getContent() != null) {
                lackingIn(pane, lacking);
            }
        }
        return lacking;
    }

    private static boolean isScrolled(Node node) {
        return Nodes.isIn(node.getParent(), ScrollPane.class)
                || Nodes.isIn(node, IndexedCell.class);
    }

    private static boolean isOutside(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() < -TOLERANCE
                || bounds.getMinY() < -TOLERANCE
                || bounds.getMaxX() > scene.getWidth() + TOLERANCE
                || bounds.getMaxY() > scene.getHeight() + TOLERANCE;
    }

    private static void lackingIn(ScrollPane pane, List<String> lacking) {
        Bounds content = pane.getContent().getLayoutBounds();
        Bounds room = pane.getViewportBounds();
        if (pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER
                && content.getWidth() > room.getWidth() + TOLERANCE) {
            lacking.add(
                    "%.0f wide in %.0f: %s"
                            .formatted(content.getWidth(), room.getWidth(), Nodes.path(pane)));
        }
        if (content.getHeight() > room.getHeight() + TOLERANCE && room.getHeight() < LEAST_ROOM) {
            lacking.add(
                    "%.0f high in %.0f: %s"
                            .formatted(content.getHeight(), room.getHeight(), Nodes.path(pane)));
        }
    }
}
