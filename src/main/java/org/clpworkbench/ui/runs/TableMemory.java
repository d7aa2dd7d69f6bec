package org.clpworkbench.ui.runs;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.clpworkbench.settings.TableChoices;
import org.clpworkbench.settings.TableChoices.Column;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the table of runs is sorted by and which of them are selected, from one start of the
/// program to the next: the selected ones are known by their ids until they are there.
public final class TableMemory {
    private final List<RunEntry> selected;
    private final ObjectProperty<List<Column>> order = new SimpleObjectProperty<>(List.of());
    private Set<String> awaited = Set.of();

    /// @param selected rows; they change
    TableMemory(List<RunEntry> selected) {
        this.selected = selected;
    }

    /// Goes on with what the program was left with.
    public void goOn(TableChoices left) {
        order.set(left.order());
        awaited = new LinkedHashSet<>(left.selected());
    }

    /// The runs have been read.
    void arrived() {
        awaited = Set.of();
    }

    /// The ids of the runs that are to be selected as soon as they are there.
    Set<String> awaited() {
        return awaited;
    }

    public TableChoices choices() {
        var ids = new LinkedHashSet<>(awaited);
        selected.stream()
                .flatMap(row -> row.members().stream())
                .forEach(member -> ids.add(member.id()));
        return new TableChoices(List.copyOf(ids), order.get());
    }

    /// What the table is sorted by; kept by the view.
    ObjectProperty<List<Column>> order() {
        return order;
    }
}
