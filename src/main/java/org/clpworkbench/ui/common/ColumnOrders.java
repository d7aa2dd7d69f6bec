package org.clpworkbench.ui.common;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The orders that a table's columns stand for. A table's own order asks its columns for observable
/// values at every comparison, which is slow and belongs to the JavaFX thread.
public final class ColumnOrders<R> {
    private final Map<TableColumn<R, ?>, Comparator<R>> orders = new HashMap<>();
    private final Comparator<R> last;

    /// @param last decides between rows that all columns take for equal
    public ColumnOrders(Comparator<R> last) {
        this.last = last;
    }

    /// @param order that may be asked on any thread
    public void put(TableColumn<R, ?> column, Comparator<R> order) {
        orders.put(column, order);
    }

    /// The order that the heads of the columns show; empty where none is sorted by.
    public Optional<Comparator<R>> of(TableView<R> table) {
        return table.getSortOrder().stream()
                .map(
                        column -> {
                            var order = orders.getOrDefault(column, (_, _) -> 0);
                            boolean down = column.getSortType() == SortType.DESCENDING;
                            return down ? order.reversed() : order;
                        })
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(last));
    }
}
