package org.clpworkbench.race;

import org.clpworkbench.training.RunEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The steps of a run that it may be taken up at: those since its last checkpoint, and before it
/// the one of each checkpoint. All steps of fifty long runs would be too many to keep.
final class StepsToGoBackTo {
    private final List<RunEvent.Step> steps = new ArrayList<>();

    /// How many of them, the earliest, are of checkpoints.
    private int settled;

    void add(RunEvent.Step step) {
        steps.add(step);
    }

    /// There is a checkpoint of the last step.
    void checkpointed() {
        if (steps.size() > settled) {
            steps.subList(settled, steps.size() - 1).clear();
            settled = steps.size();
        }
    }

    /// Forgets what comes after a step.
    ///
    /// @return the last that is left
    Optional<RunEvent.Step> goBackTo(int step) {
        steps.removeIf(later -> later.step() > step);
        settled = Math.min(settled, steps.size());
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }
}
