package org.clpworkbench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.RunState;
import org.clpworkbench.training.RunEvent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A race that the window starts and that does not end by itself while a test lasts. It is looked
/// at in its folders, beside the window, so that looking costs the JavaFX thread nothing. Closing
/// stops it: a worker outlives its window.
final class LongRace implements AutoCloseable {
    /// At a hundred steps a second these last a quarter of an hour.
    static final int STEPS = 100_000;

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final long PAUSE_MILLIS = 200;

    private final Path folder;
    private List<RunFolder> runs = List.of();

    /// @param workspace that no other run is alive in
    LongRace(Path workspace) {
        folder = workspace.resolve("runs");
    }

    /// Waits until the first of its runs has made a step.
    void awaitTraining() throws IOException {
        await(
                "a step of the race",
                () -> {
                    runs = live();
                    return steps() > 0;
                });
    }

    /// Steps that the run that is being trained has made.
    ///
    /// @throws AssertionError when none is being trained
    int stepsWhileTraining(String when) throws IOException {
        List<RunState> states = new ArrayList<>();
        for (RunFolder run : runs) {
            states.add(run.state());
        }
        assertThat(states).as("the race " + when).contains(RunState.RUNNING);
        return steps();
    }

    private int steps() throws IOException {
        for (RunFolder run : runs) {
            if (run.state() == RunState.RUNNING) {
                return run.events().stream().mapToInt(RunEvent::step).max().orElse(0);
            }
        }
        return 0;
    }

    private List<RunFolder> live() throws IOException {
        var live = new ArrayList<RunFolder>();
        for (RunFolder run : RunFolder.list(folder)) {
            if (run.state().live()) {
                live.add(run);
            }
        }
        return List.copyOf(live);
    }

    @Override
    public void close() throws IOException {
        for (RunFolder run : runs) {
            run.requestStop();
        }
        await(
                "the end of the race",
                () -> {
                    for (RunFolder run : runs) {
                        if (run.state().live()) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private interface Look {
        boolean holds() throws IOException;
    }

    private static void await(String what, Look look) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!look.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited three minutes for " + what);
            }
            WorkbenchWindow.pause(PAUSE_MILLIS);
        }
    }
}
