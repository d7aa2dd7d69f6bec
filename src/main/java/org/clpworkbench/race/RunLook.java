package org.clpworkbench.race;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;

import java.util.List;

/// One look at a run.
///
/// @param sample what the model said last; empty before it said anything
/// @param fresh events since the look before
public record RunLook(RunFolder run, RunFigures figures, String sample, List<RunEvent> fresh) {
    /// The run folder's name, which tells it from all others.
    public String id() {
        return run.path().getFileName().toString();
    }
}
