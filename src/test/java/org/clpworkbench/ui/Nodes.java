package org.clpworkbench.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What can be seen of a scene graph, for checks of all of it. On the JavaFX thread.
final class Nodes {
    private Nodes() {}

    /// A node and all below it that are not hidden.
    static List<Node> visible(Node root) {
        var found = new ArrayList<Node>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// The text as its skin draws it, which is not the icon beside it; empty where it draws none.
    static Optional<Text> drawn(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> !child.equals(labeled.getGraphic()))
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(Node::isVisible)
                .findFirst();
    }

    static boolean isIn(Node node, Class<? extends Node> type) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (type.isInstance(up)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it shows a person's data, whose columns can be made wider; what is chosen in a box
    /// has no columns.
    static boolean isCell(Node node) {
        return isIn(node, IndexedCell.class) && !isIn(node, ComboBoxBase.class);
    }

    /// Where a node is, for people: `RaceForm > Label#steps.mono "Steps"`.
    static String path(Node node) {
        var names = new ArrayList<String>();
        for (Node up = node; up != null && names.size() < 4; up = up.getParent()) {
            String id = up.getId() == null ? "" : "#" + up.getId();
            String classes =
                    up.getStyleClass().isEmpty() ? "" : "." + String.join(".", up.getStyleClass());
            names.addFirst(up.getClass().getSimpleName() + id + classes);
        }
        return String.join(" > ", names);
    }
}
