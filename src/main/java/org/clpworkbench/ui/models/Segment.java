package org.clpworkbench.ui.models;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Parent;

import java.util.function.Supplier;

/// A part of the models screen beside the models at hand.
///
/// @param name its title is the text `segment.NAME`, and while something goes on in it
///   `segment.NAME.busy`
/// @param busy how many things go on in it
/// @param root made when it is shown for the first time
public record Segment(String name, ObservableIntegerValue busy, Supplier<Parent> root) {
    /// One in which nothing goes on that is worth telling.
    public Segment(String name, Supplier<Parent> root) {
        this(name, new SimpleIntegerProperty(), root);
    }
}
