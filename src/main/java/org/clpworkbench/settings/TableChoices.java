package org.clpworkbench.settings;

import java.util.List;

/// How the table of runs is looked at.
///
/// @param selected the names of the run folders, the first ones of very many
/// @param order what it is sorted by, the column that counts most first
public record TableChoices(List<String> selected, List<Column> order) {
    private static final int MOST_SELECTED = 200;

    public static final TableChoices FIRST = new TableChoices(List.of(), List.of());

    /// @param name as the program calls the column, in no language
    public record Column(String name, boolean descending) {}

    public TableChoices {
        selected = List.copyOf(selected.subList(0, Math.min(MOST_SELECTED, selected.size())));
        order = List.copyOf(order);
    }
}
