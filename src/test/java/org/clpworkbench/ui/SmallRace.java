package org.clpworkbench.ui;

import org.clpworkbench.run.RunFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A race of the starts that are ticked, on the open training screen, as small as it can be.
///
/// @param runs the folder of all runs
record SmallRace(WorkbenchWindow window, Path runs) {
    /// A worker has a model to read and to measure before it looks whether it is to stop.
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    /// Begins it, and waits until its runs are there.
    List<RunFolder> start() throws IOException {
        var controls = new Controls(window);
        controls.type("#steps", "2");
        controls.type("#batch", "2");
        controls.type("#context", "32");
        controls.awaitOn("#startButton");
        Set<Path> before = folders();
        window.fire("#startButton");
        window.await("the runs", () -> !fresh(before).isEmpty());
        controls.awaitOn("#startButton");
        return fresh(before);
    }

    private Set<Path> folders() throws IOException {
        var folders = new HashSet<Path>();
        RunFolder.list(runs).forEach(run -> folders.add(run.path()));
        return folders;
    }

    private List<RunFolder> fresh(Set<Path> before) {
        try {
            return RunFolder.list(runs).stream()
                    .filter(run -> !before.contains(run.path()))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Asks all runs of a folder to stop, and waits until they have ended.
    static void stop(Path runs) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        List<RunFolder> live = live(runs);
        for (RunFolder run : live) {
            run.requestStop();
        }
        while (!live(runs).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("These runs do not end: " + live(runs));
            }
            WorkbenchWindow.pause(200);
        }
    }

    private static List<RunFolder> live(Path runs) throws IOException {
        var live = new ArrayList<RunFolder>();
        for (RunFolder run : RunFolder.list(runs)) {
            if (run.state().live()) {
                live.add(run);
            }
        }
        return live;
    }
}
