package org.clpworkbench.ui.runs;

import javafx.beans.property.ObjectProperty;

import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The run that saved tokens are counted against: the one that a person chose, else the newest
/// training from scratch.
final class RunBaseline {
    private final List<RunEntry> entries;
    private final ObjectProperty<@Nullable Path> chosen;

    /// @param entries of the workspace, the newest first; they change
    /// @param chosen the folder of the run that a person chose; null where none was
    RunBaseline(List<RunEntry> entries, ObjectProperty<@Nullable Path> chosen) {
        this.entries = entries;
        this.chosen = chosen;
    }

    Optional<Readable> run() {
        List<Readable> runs = RunsViewModel.readable(entries);
        return runs.stream()
                .filter(this::isChosen)
                .findFirst()
                .or(
                        () ->
                                runs.stream()
                                        .filter(run -> RunsViewModel.method(run).equals("random"))
                                        .filter(Readable::done)
                                        .findFirst());
    }

    private boolean isChosen(Readable run) {
        return run.folder().equals(chosen.get());
    }

    boolean isAmong(List<Readable> runs) {
        return run().filter(base -> runs.stream().anyMatch(run -> run.id().equals(base.id())))
                .isPresent();
    }

    /// Tokens saved against it; empty where that says nothing.
    OptionalDouble saved(Readable run) {
        Optional<Readable> baseline = run();
        return baseline.isEmpty()
                        || baseline.get().id().equals(run.id())
                        || !run.comparable(baseline.get())
                ? OptionalDouble.empty()
                : run.figures().saved(baseline.get().figures());
    }

    /// Whether a person chose one of these.
    boolean isChosenAmong(List<Readable> runs) {
        return runs.stream().anyMatch(this::isChosen);
    }

    /// Chooses the first of some runs; where one of them is chosen, that is taken back.
    void choose(List<Readable> runs) {
        chosen.set(isChosenAmong(runs) || runs.isEmpty() ? null : runs.getFirst().folder());
    }

    /// The folder of the run that a person chose.
    ObjectProperty<@Nullable Path> chosen() {
        return chosen;
    }
}
