package org.clpworkbench.race;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.training.RunEvent;

import java.util.List;

/// One look at a run.
///
/// @param samples what the model said at its evaluations, one for each step, the earliest first
/// @param fresh events since the look before
/// @param checkpointed whether there is a whole checkpoint of it, which is a model
public record RunLook(
        RunFolder run,
        RunFigures figures,
        List<RunEvent.Sample> samples,
        List<RunEvent> fresh,
        boolean checkpointed) {
    public RunLook {
        samples = List.copyOf(samples);
    }

    /// What the model said last; empty before it said anything.
    public String sample() {
        return samples.isEmpty() ? "" : samples.getLast().text();
    }

    /// The run folder's name, which tells it from all others.
    public String id() {
        return run.path().getFileName().toString();
    }
}
