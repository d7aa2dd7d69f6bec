package org.clpworkbench.ui.runs;

import org.clpworkbench.race.RunFigures;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunNotes;
import org.clpworkbench.run.RunState;

import java.nio.file.Path;

/// A folder under the workspace's runs, as it was seen last.
public sealed interface RunEntry {
    Path folder();

    default String id() {
        return String.valueOf(folder().getFileName());
    }

    /// A run whose specification could be read.
    record Readable(RunFolder run, RunFigures figures, RunNotes notes) implements RunEntry {
        @Override
        public Path folder() {
            return run.path();
        }

        boolean resumable() {
            return figures.state().resumable();
        }

        boolean done() {
            return figures.state() == RunState.DONE;
        }

        boolean evaluated() {
            return !figures.evaluations().isEmpty();
        }

        /// Whether the losses of two runs can be compared: of the same text, of one vocabulary's
        /// tokens.
        boolean comparable(Readable other) {
            return run.spec().validation().equals(other.run.spec().validation());
        }
    }

    /// A folder that is no whole run.
    ///
    /// @param reason one sentence for people
    record Unreadable(Path folder, String reason) implements RunEntry {}
}
