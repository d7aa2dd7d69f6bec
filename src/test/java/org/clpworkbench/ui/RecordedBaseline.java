package org.clpworkbench.ui;

import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.ui.common.ScreenName;

import java.io.IOException;
import java.nio.file.Path;

/// A recorded run that races of the chosen pair are measured against.
///
/// @param runs the folder of all runs
record RecordedBaseline(WorkbenchWindow window, Path runs) {
    private static final int TO_BE_SHOWN = 200;

    /// At the rows, again and again: a new one comes after a while.
    private static final int MOST_LOOKS = 150;

    /// Records one and chooses it on the runs screen, from the open training screen: a race begins,
    /// so that it is measured on the very text, and is stopped.
    void choose() throws IOException {
        RunFolder begun = new SmallRace(window, runs).start().getFirst();
        SmallRace.stop(runs);
        int steps = begun.spec().steps();
        RunFolder recorded =
                MadeUpRuns.train(RunFolder.create(runs, begun.spec(), "mean"), steps, 9, 8);
        MadeUpRuns.evaluated(recorded, steps, 8);
        MadeUpRuns.ended(recorded, steps, "done", "");
        window.open(ScreenName.RUNS);
        select(String.valueOf(recorded.path().getFileName()));
        window.fire("#baseline");
    }

    private void select(String name) {
        var controls = new Controls(window);
        for (int look = 0; !window.text("#name").equals(name); look++) {
            if (look == MOST_LOOKS) {
                throw new AssertionError("There is no row of " + name);
            }
            controls.select(look % Math.max(1, controls.rows()));
            WorkbenchWindow.pause(TO_BE_SHOWN);
        }
    }
}
