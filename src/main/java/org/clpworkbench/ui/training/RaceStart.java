package org.clpworkbench.ui.training;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.job.RunningJob;
import org.clpworkbench.race.RaceSpec;
import org.clpworkbench.race.Throughput;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What the start button says: whether the race can be started that the form describes, and what it
/// will take.
final class RaceStart {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final RaceForm form;
    private final Pair pair;
    private final ReadOnlyObjectProperty<@Nullable RunningJob<?>> starting;
    private final StringProperty words = new SimpleStringProperty("");
    private final MemoryLine memory = new MemoryLine();
    private final BooleanProperty ready = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<ScreenName>> remedy =
            new SimpleObjectProperty<>(Optional.empty());
    private RaceEstimate estimate = new RaceEstimate(Throughput.ASSUMED);

    /// @param starting the race that is being started now, if there is one
    RaceStart(RaceForm form, Pair pair, ReadOnlyObjectProperty<@Nullable RunningJob<?>> starting) {
        this.form = form;
        this.pair = pair;
        this.starting = starting;
        for (Observable input : form.inputs()) {
            input.addListener(_ -> tell());
        }
        pair.source().subscribe(this::tell);
        pair.helper().subscribe(this::tell);
        pair.text().subscribe(this::tell);
        pair.data().subscribe(this::tell);
        starting.subscribe(this::tell);
    }

    /// Estimates by what this machine was seen to do.
    void learn(Throughput seen) {
        estimate = new RaceEstimate(seen);
        tell();
    }

    private void tell() {
        boolean idle = starting.get() == null;
        try {
            List<RaceSpec> races = form.races(pair);
            memory.tell(races.getFirst());
            int runs = runs(races);
            words.set(
                    estimate.of(races.getFirst(), pair)
                            .map(time -> time.multipliedBy(races.size()))
                            .map(time -> texts.get("start.about", runs, Numbers.duration(time)))
                            .orElseGet(() -> texts.get("start", runs)));
            ready.set(idle);
            form.complaint().set("");
            remedy.set(Optional.empty());
        } catch (IllegalArgumentException incomplete) {
            memory.clear();
            words.set(texts.get("start.none"));
            ready.set(false);
            form.complaint().set(Failure.reason(incomplete));
            remedy.set(
                    incomplete instanceof NotChosen missing
                            ? Optional.of(missing.where())
                            : Optional.empty());
        }
    }

    static int runs(List<RaceSpec> races) {
        return races.stream().mapToInt(race -> race.starts().size()).sum();
    }

    /// "Start 2 runs, about 6 min".
    StringProperty words() {
        return words;
    }

    /// What a step of the race takes; empty while no race can be started.
    StringProperty memory() {
        return memory.words();
    }

    /// The screen on which that is chosen which the form complains of; empty where it is here.
    ObjectProperty<Optional<ScreenName>> remedy() {
        return remedy;
    }

    /// Whether the race can be started now.
    BooleanProperty ready() {
        return ready;
    }
}
