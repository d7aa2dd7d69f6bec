package org.clpworkbench.ui.generate;

import java.nio.file.Path;

/// A model that can be asked to write.
///
/// @param about where it comes from, in a word or two
/// @param folder of the model, for a run that of its newest checkpoint
/// @param origin what it stays, whatever its name and its newest checkpoint: the run's folder, else
///   the model's
record WriterChoice(String name, String about, Path folder, Path origin) {
    /// A model that was not trained here.
    WriterChoice(String name, String about, Path folder) {
        this(name, about, folder, folder);
    }

    /// Whether both are one run's, or one model.
    boolean isOf(WriterChoice other) {
        return origin.equals(other.origin);
    }

    /// Whether both would load the same files.
    boolean loadsAs(WriterChoice other) {
        return folder.equals(other.folder);
    }
}
