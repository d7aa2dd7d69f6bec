package org.clpworkbench.cli;

import org.clpworkbench.race.RaceSpec;

/// How many steps the demo trains, so that it ends within three minutes on a slow machine too.
final class DemoLength {
    static final int MOST = 80;

    private static final int FEWEST = 10;
    private static final int GRAIN = 5;
    private static final double SECONDS_A_RUN = 55;

    private DemoLength() {}

    /// @param stepSeconds what a training step takes on this machine
    static int steps(double stepSeconds) {
        double fitting = SECONDS_A_RUN / (stepSeconds * (1 + RaceSpec.EVALUATION_SHARE));
        return Math.clamp((long) (fitting / GRAIN) * GRAIN, FEWEST, MOST);
    }
}
