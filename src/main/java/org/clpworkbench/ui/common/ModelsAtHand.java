package org.clpworkbench.ui.common;

import java.nio.file.Path;

/// The models that a pair is chosen from, for those who bring another one to this machine. Called
/// on the JavaFX thread.
public interface ModelsAtHand {
    /// Takes a model folder up among them, also for the next starts.
    void takeUp(Path folder);

    /// Takes it up and chooses it as the source, once it is read.
    void useAsSource(Path folder);

    /// Takes it up and chooses it as the helper, once it is read.
    void useAsHelper(Path folder);

    /// Brings them into view.
    void show();
}
