package org.clpworkbench.ui.training;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.clpworkbench.training.RunEvent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/// Which of the models' samples are looked at: of every run its newest, or all those of one step,
/// so that runs are compared that have been trained as long.
final class SampleSteps {
    static final OptionalInt NEWEST = OptionalInt.empty();

    private final List<RunRow> rows;
    private final ObservableList<OptionalInt> choices = FXCollections.observableArrayList(NEWEST);
    private final ObjectProperty<OptionalInt> chosen = new SimpleObjectProperty<>(NEWEST);

    /// @param rows the runs on show; they change
    SampleSteps(List<RunRow> rows) {
        this.rows = rows;
    }

    /// Takes over at which steps there are samples now. A step that no run has is chosen no longer.
    void update() {
        var steps = new TreeSet<Integer>(Comparator.reverseOrder());
        for (RunRow row : rows) {
            row.samples().get().forEach(said -> steps.add(said.step()));
        }
        var now = new ArrayList<OptionalInt>();
        now.add(NEWEST);
        steps.forEach(step -> now.add(OptionalInt.of(step)));
        if (!now.contains(chosen.get())) {
            chosen.set(NEWEST);
        }
        if (!now.equals(choices)) {
            choices.setAll(now);
        }
    }

    /// The sample of a run that is looked at; empty where it has none there.
    Optional<RunEvent.Sample> of(RunRow row) {
        List<RunEvent.Sample> all = row.samples().get();
        OptionalInt step = chosen.get();
        return step.isEmpty()
                ? all.stream().reduce((_, last) -> last)
                : all.stream().filter(said -> said.step() == step.getAsInt()).findFirst();
    }

    /// The newest, and every step at which a run has a sample, the latest first.
    ObservableList<OptionalInt> choices() {
        return choices;
    }

    ObjectProperty<OptionalInt> chosen() {
        return chosen;
    }
}
