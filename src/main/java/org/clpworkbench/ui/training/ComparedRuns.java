package org.clpworkbench.ui.training;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import org.clpworkbench.run.Baselines;

import java.util.Optional;

/// The runs in the chart held against their baselines: each on its card, all in a sentence.
final class ComparedRuns {
    private final ObservableList<RunRow> rows;
    private final StringProperty baseline;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");

    /// @param baseline which of the runs is chosen to compare with, by its id
    ComparedRuns(ObservableList<RunRow> rows, StringProperty baseline) {
        this.rows = rows;
        this.baseline = baseline;
        baseline.subscribe(this::update);
        update();
    }

    /// To be called when there are other runs, or they have got further.
    void update() {
        Optional<RunRow> chosen = find(baseline.get());
        var baselines = new Baselines<>(rows, chosen);
        for (RunRow row : rows) {
            Optional<RunRow> against = baselines.against(row);
            row.compare(
                    against.flatMap(other -> Optional.ofNullable(other.figures().get())),
                    against.equals(Optional.of(row)));
        }
        answer.set(new RaceAnswer(rows, chosen).sentence());
    }

    Optional<RunRow> find(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    ReadOnlyStringProperty answer() {
        return answer.getReadOnlyProperty();
    }
}
