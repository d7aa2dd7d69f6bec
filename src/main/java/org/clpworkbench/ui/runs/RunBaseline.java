package org.clpworkbench.ui.runs;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.clpworkbench.run.Baselines;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The run that saved tokens are counted against: the one that a person chose, else the newest
/// training from scratch; and its repetitions, each for the runs of its seed.
final class RunBaseline {
    private final Texts texts = Texts.of(RunsViewModel.class);
    private final ObservableList<RunEntry> entries;
    private final ObjectProperty<@Nullable Path> chosen;
    private Optional<Baselines<Readable>> known = Optional.empty();

    /// @param entries of the workspace, the newest first; they change
    /// @param chosen the folder of the run that a person chose; null where none was
    RunBaseline(ObservableList<RunEntry> entries, ObjectProperty<@Nullable Path> chosen) {
        this.entries = entries;
        this.chosen = chosen;
        entries.addListener((ListChangeListener<RunEntry>) _ -> forget());
        chosen.subscribe(this::forget);
    }

    private void forget() {
        known = Optional.empty();
    }

    /// Asked for every row of the table: looked up once for all of them.
    private Baselines<Readable> baselines() {
        Baselines<Readable> now = known.orElseGet(this::lookUp);
        known = Optional.of(now);
        return now;
    }

    private Baselines<Readable> lookUp() {
        List<Readable> runs = RunsViewModel.readable(entries);
        Optional<Readable> baseline =
                runs.stream()
                        .filter(this::isChosen)
                        .findFirst()
                        .or(() -> runs.stream().filter(RunBaseline::isUsual).findFirst());
        return new Baselines<>(runs, baseline);
    }

    private boolean isChosen(Readable run) {
        return run.folder().equals(chosen.get());
    }

    private static boolean isUsual(Readable run) {
        return RunsViewModel.method(run).equals("random") && run.done();
    }

    Optional<Readable> run() {
        return baselines().chosen();
    }

    boolean isAmong(List<Readable> runs) {
        return run().filter(base -> runs.stream().anyMatch(run -> run.id().equals(base.id())))
                .isPresent();
    }

    /// The run that this one is held against, which may be itself; empty where that says nothing.
    Optional<Readable> against(Readable run) {
        return baselines().against(run).filter(run::comparable);
    }

    /// Tokens saved against it; empty where that says nothing.
    OptionalDouble saved(Readable run) {
        return against(run)
                .filter(base -> !base.id().equals(run.id()))
                .map(base -> run.figures().saved(base.figures()))
                .orElse(OptionalDouble.empty());
    }

    /// Which run the saved tokens are counted against, in words; empty where there is none.
    String sentence() {
        return run().map(base -> sentence(base, base.run().spec().name())).orElse("");
    }

    private String sentence(Readable base, String name) {
        return baselines().several()
                ? texts.get("compared.seeds", name, Long.toString(base.seed()))
                : texts.get("compared", name);
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
