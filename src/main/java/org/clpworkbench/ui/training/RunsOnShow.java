package org.clpworkbench.ui.training;

import org.clpworkbench.run.RunFolder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Finds the runs that the screen shows.
final class RunsOnShow {
    /// The runs of one race are created within moments of each other.
    private static final Duration ONE_RACE = Duration.ofSeconds(10);

    private RunsOnShow() {}

    /// The runs of these folders, in their order.
    static List<RunFolder> open(List<Path> folders) throws IOException {
        var runs = new ArrayList<RunFolder>();
        for (Path folder : folders) {
            runs.add(RunFolder.open(folder));
        }
        return runs;
    }

    /// What is shown in the beginning: what was shown last, as far as it can still be read, and the
    /// runs under way.
    ///
    /// @param newestFirst all runs of the workspace
    static List<RunFolder> first(List<Path> last, List<RunFolder> newestFirst) throws IOException {
        var first = new LinkedHashMap<Path, RunFolder>();
        for (Path path : last) {
            newestFirst.stream()
                    .filter(run -> run.path().equals(path))
                    .forEach(run -> first.put(path, run));
        }
        live(newestFirst).forEach(run -> first.putIfAbsent(run.path(), run));
        return List.copyOf(first.values());
    }

    /// The runs that a worker is on, with those that were started together with them, the oldest
    /// first.
    ///
    /// @param newestFirst all runs of the workspace
    static List<RunFolder> live(List<RunFolder> newestFirst) throws IOException {
        var live = new ArrayList<RunFolder>();
        for (RunFolder run : newestFirst) {
            if (run.live()) {
                live.add(run);
            }
        }
        return newestFirst.reversed().stream()
                .filter(run -> live.stream().anyMatch(other -> together(run, other)))
                .toList();
    }

    private static boolean together(RunFolder run, RunFolder other) {
        Instant created = Instant.parse(run.provenance().created());
        Instant otherCreated = Instant.parse(other.provenance().created());
        return Math.abs(created.until(otherCreated, ChronoUnit.SECONDS)) <= ONE_RACE.toSeconds();
    }
}
