package org.clpworkbench.ui.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;

import org.clpworkbench.ui.common.Navigation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// The runs in the chart whose models can write by now, and the way to where they do.
final class WritingRuns {
    private final ObservableList<RunRow> rows;
    private final Navigation navigation;
    private final BooleanProperty any = new SimpleBooleanProperty();

    private record Placed(Path run, int place) {}

    WritingRuns(ObservableList<RunRow> rows, Navigation navigation) {
        this.rows = rows;
        this.navigation = navigation;
    }

    /// To be called when there are other runs, or they have got further.
    void update() {
        any.set(rows.stream().anyMatch(row -> row.checkpointed().get()));
    }

    /// Whether there is one.
    BooleanProperty any() {
        return any;
    }

    /// Leads on to what they write.
    void letWrite() {
        navigation.letWrite(inTurn());
    }

    /// A run of each start, then the next seed of each: where not all can write side by side, the
    /// starts are what is compared.
    private List<Path> inTurn() {
        var seeds = new HashMap<String, Integer>();
        var placed = new ArrayList<Placed>();
        for (RunRow row : rows) {
            if (row.checkpointed().get()) {
                int place = seeds.merge(row.chartRun().group().key(), 1, Integer::sum);
                placed.add(new Placed(row.run().path(), place));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::run).toList();
    }
}
