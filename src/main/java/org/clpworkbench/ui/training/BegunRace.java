package org.clpworkbench.ui.training;

import org.clpworkbench.run.RunFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The runs of a race that has just begun, and beside them the recorded run that was chosen among
/// all runs to compare with: their baseline where they train none of their own, else offered.
///
/// @param recorded empty where there is none whose losses theirs can be held against
record BegunRace(List<RunFolder> runs, Optional<RunFolder> recorded) {
    private static final Logger LOG = LoggerFactory.getLogger(BegunRace.class);

    /// Methods that are a baseline for others, the likeliest first.
    static final List<String> BASELINES = List.of("random", "normal", "mean");

    BegunRace {
        runs = List.copyOf(runs);
    }

    /// @param chosen the folder of the recorded run
    static BegunRace of(List<RunFolder> runs, Optional<Path> chosen) {
        return new BegunRace(
                runs, chosen.flatMap(BegunRace::open).filter(run -> isComparable(run, runs)));
    }

    /// Empty where it is gone.
    private static Optional<RunFolder> open(Path folder) {
        try {
            return Optional.of(RunFolder.open(folder));
        } catch (IOException gone) {
            LOG.debug("{} is no baseline any more", folder, gone);
            return Optional.empty();
        }
    }

    /// Whether it is another run than these, and was measured on what they are.
    private static boolean isComparable(RunFolder run, List<RunFolder> runs) {
        return runs.stream()
                .allMatch(
                        other ->
                                !other.path().equals(run.path())
                                        && other.spec()
                                                .validation()
                                                .equals(run.spec().validation()));
    }

    private boolean hasBaseline() {
        return runs.stream().anyMatch(run -> BASELINES.contains(run.provenance().method()));
    }

    /// The recorded run, where the race needs it as its baseline.
    Optional<RunFolder> baseline() {
        return recorded.filter(_ -> !hasBaseline());
    }

    /// The recorded run, where the race has a baseline of its own.
    Optional<RunFolder> offered() {
        return recorded.filter(_ -> hasBaseline());
    }

    /// What the chart shows, the baseline first.
    List<RunFolder> shown() {
        var shown = new ArrayList<RunFolder>();
        baseline().ifPresent(shown::add);
        shown.addAll(runs);
        return List.copyOf(shown);
    }
}
