package org.clpworkbench.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds what the keyboard can go to and a screen reader could not tell of: without a role or
/// without a name (a text of its own, a label for it, or an accessible text).
public final class AccessibleNames {
    private AccessibleNames() {}

    public static List<String> missing(Scene scene) {
        List<Node> all = Nodes.visible(scene.getRoot());
        Set<Node> labelled = new HashSet<>();
        for (Node node : all) {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        }
        var nameless = new ArrayList<String>();
        for (Node node : all) {
            if (node.isFocusTraversable()
                    && !node.isDisabled()
                    && !(node instanceof ScrollPane)
                    && !isEditor(node)) {
                if (!labelled.contains(node) && !isNamed(node)) {
                    nameless.add("no name: " + Nodes.path(node));
                }
                if (node.getAccessibleRole() == AccessibleRole.NODE
                        || node.getAccessibleRole() == AccessibleRole.PARENT) {
                    nameless.add("no role: " + Nodes.path(node));
                }
            }
        }
        return nameless;
    }

    /// The field within a spinner or a combo box: it is told of by these.
    private static boolean isEditor(Node node) {
        return node instanceof TextField
                && (Nodes.isIn(node, Spinner.class) || Nodes.isIn(node, ComboBoxBase.class));
    }

    private static boolean isNamed(Node node) {
        return tells(node.getAccessibleText())
                || tells(node.getAccessibleRoleDescription())
                || (node instanceof Labeled labeled && tells(labeled.getText()));
    }

    private static boolean tells(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
