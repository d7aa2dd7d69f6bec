package org.clpworkbench.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.checkpoint.ModelSummary;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The source, the helper and the text that every screen speaks of. Touched on the JavaFX thread
/// only.
public final class Pair {
    private final ObjectProperty<@Nullable ModelSummary> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ModelSummary> helper = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> text = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> validation = new SimpleObjectProperty<>();

    public ObjectProperty<@Nullable ModelSummary> source() {
        return source;
    }

    public ObjectProperty<@Nullable ModelSummary> helper() {
        return helper;
    }

    /// Text in the target language to train on, UTF-8.
    public ObjectProperty<@Nullable Path> text() {
        return text;
    }

    /// Text in the target language that is never trained on, UTF-8.
    public ObjectProperty<@Nullable Path> validation() {
        return validation;
    }
}
