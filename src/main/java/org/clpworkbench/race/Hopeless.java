package org.clpworkbench.race;

import org.clpworkbench.training.RunEvent.Evaluated;

import java.util.List;

/// When a run is not worth going on with: after a quarter of its steps it is still no better than
/// training from scratch was after as many.
public final class Hopeless {
    private static final double PATIENCE = 0.25;

    private Hopeless() {}

    /// @param steps of the whole run
    /// @param baseline evaluations of the run from scratch
    public static boolean is(List<Evaluated> run, int steps, List<Evaluated> baseline) {
        if (run.isEmpty() || run.getLast().step() < PATIENCE * steps) {
            return false;
        }
        Evaluated now = run.getLast();
        return baseline.stream()
                .filter(then -> then.step() == now.step())
                .anyMatch(then -> !(now.loss() < then.loss()));
    }
}
