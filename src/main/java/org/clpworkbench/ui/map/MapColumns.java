package org.clpworkbench.ui.map;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.common.ColumnOrders;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/// The columns of the map's table, which says what the picture shows, and the orders they stand
/// for: of what tokens are, not of the words for it.
final class MapColumns {
    private final Texts texts = Texts.of(MapView.class);
    private final ColumnOrders<MapToken> orders =
            new ColumnOrders<>(Comparator.comparingInt(MapToken::id));

    /// @param kind what a token is, in words
    MapColumns(TableView<MapToken> table, Function<MapToken, String> kind) {
        table.getColumns().add(token());
        table.getColumns().add(id());
        table.getColumns()
                .add(words("column.kind", kind, Comparator.comparing(MapToken::standing), 100));
        table.getColumns()
                .add(
                        words(
                                "column.script",
                                MapToken::script,
                                Comparator.comparing(MapToken::script),
                                80));
    }

    /// The order that the heads of the columns show; empty for the order of ids.
    Optional<Comparator<MapToken>> order(TableView<MapToken> table) {
        return orders.of(table);
    }

    private TableColumn<MapToken, String> token() {
        TableColumn<MapToken, String> column =
                words(
                        "column.token",
                        MapToken::display,
                        Comparator.comparing(MapToken::display),
                        110);
        column.getStyleClass().add("mono-column");
        column.setCellFactory(any -> new MonoCell());
        return column;
    }

    private TableColumn<MapToken, String> words(
            String key,
            Function<MapToken, String> words,
            Comparator<MapToken> order,
            double width) {
        var column = new TableColumn<MapToken, String>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(words.apply(row.getValue())));
        column.setPrefWidth(width);
        orders.put(column, order);
        return column;
    }

    private TableColumn<MapToken, Number> id() {
        var column = new TableColumn<MapToken, Number>(texts.get("column.id"));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().id()));
        column.setCellFactory(any -> new NumberCell<>(id -> Numbers.whole(id.longValue())));
        column.setPrefWidth(70);
        orders.put(column, Comparator.comparingInt(MapToken::id));
        return column;
    }
}
