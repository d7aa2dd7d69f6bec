package org.clpworkbench.ui.overlap;

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
import java.util.function.ToLongFunction;

/// The columns of the token table, and the orders they stand for.
final class TokenColumns {
    private final Texts texts = Texts.of(OverlapView.class);
    private final ColumnOrders<TokenRow> orders =
            new ColumnOrders<>(Comparator.comparingInt(TokenRow::id));
    private final TableColumn<TokenRow, Number> inText;

    TokenColumns(TableView<TokenRow> table) {
        inText = number("column.text", TokenRow::inText, 68);
        table.getColumns().add(token());
        table.getColumns().add(kind());
        table.getColumns().add(number("column.id", TokenRow::id, 56));
        table.getColumns().add(number("column.source", TokenRow::sourceId, 76));
        table.getColumns().add(number("column.length", TokenRow::length, 74));
        table.getColumns().add(inText);
    }

    /// Whether there is a text whose tokens were counted.
    void showCounts(boolean counted) {
        inText.setVisible(counted);
    }

    /// The order that the heads of the columns show; empty for the order of ids.
    Optional<Comparator<TokenRow>> order(TableView<TokenRow> table) {
        return orders.of(table);
    }

    private TableColumn<TokenRow, TokenRow> token() {
        var column = new TableColumn<TokenRow, TokenRow>(texts.get("column.token"));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(any -> new ChipCell());
        column.setPrefWidth(150);
        column.setMinWidth(86);
        orders.put(column, Comparator.comparing(TokenRow::display));
        return column;
    }

    private TableColumn<TokenRow, String> kind() {
        var column = new TableColumn<TokenRow, String>(texts.get("column.kind"));
        column.setCellValueFactory(
                row -> new SimpleStringProperty(row.getValue().kind().wordWithSymbol()));
        column.setPrefWidth(88);
        column.setMinWidth(84);
        orders.put(column, Comparator.comparing(TokenRow::kind));
        return column;
    }

    private TableColumn<TokenRow, Number> number(
            String key, ToLongFunction<TokenRow> figure, double width) {
        var column = new TableColumn<TokenRow, Number>(texts.get(key));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(figure.applyAsLong(row.getValue())));
        column.setCellFactory(
                any ->
                        new NumberCell<>(
                                value ->
                                        value.longValue() < 0
                                                ? "–"
                                                : Numbers.whole(value.longValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        orders.put(column, Comparator.comparingLong(figure));
        return column;
    }
}
