package org.clpworkbench.ui.common;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// What is hidden takes no room.
public final class Visibility {
    private Visibility() {}

    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    public static void bind(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
