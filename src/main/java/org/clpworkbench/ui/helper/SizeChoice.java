package org.clpworkbench.ui.helper;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A size that can be chosen, with what it comes to at the chosen vocabulary and context.
final class SizeChoice {
    private final String name;
    private final ReadOnlyStringWrapper shape = new ReadOnlyStringWrapper("");

    /// @param name one of {@link org.clpworkbench.helper.HelperSize#PRESETS}, or {@link
    ///   HelperForm#OWN}
    SizeChoice(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /// Layers, width, heads and parameters, or why there is no such model.
    ReadOnlyStringProperty shape() {
        return shape.getReadOnlyProperty();
    }

    void show(String words) {
        shape.set(words);
    }
}
