package org.clpworkbench.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.clpworkbench.checkpoint.ModelName;

import java.nio.file.Path;
import java.util.Optional;

/// A start that can be ticked: a method of the pair, or a model folder.
public final class StartChoice {
    private final String name;
    private final String explanation;
    private final Optional<Path> folder;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    private StartChoice(String name, String explanation, Optional<Path> folder, boolean chosen) {
        this.name = name;
        this.explanation = explanation;
        this.folder = folder;
        this.chosen.set(chosen);
    }

    static StartChoice method(String name, String explanation, boolean chosen) {
        return new StartChoice(name, explanation, Optional.empty(), chosen);
    }

    static StartChoice folder(Path folder, boolean chosen) {
        return new StartChoice(
                ModelName.of(folder), folder.toString(), Optional.of(folder), chosen);
    }

    public String name() {
        return name;
    }

    public String explanation() {
        return explanation;
    }

    /// The model folder; empty for a method.
    public Optional<Path> folder() {
        return folder;
    }

    public BooleanProperty chosen() {
        return chosen;
    }
}
