package org.clpworkbench.ui.overlap;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenCell;
import org.clpworkbench.ui.common.TokenChip;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/// The columns of the token table.
final class TokenColumns {
    private TokenColumns() {}

    static void addTo(TableView<TokenRow> table) {
        table.getColumns().add(token());
        table.getColumns().add(kind());
        table.getColumns().add(number("column.id", TokenRow::id));
        table.getColumns().add(number("column.source", TokenRow::sourceId));
        table.getColumns().add(number("column.length", TokenRow::length));
    }

    private static TableColumn<TokenRow, TokenRow> token() {
        var column = new TableColumn<TokenRow, TokenRow>(texts().get("column.token"));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(
                any -> new TokenCell<>(row -> new TokenChip(row.display(), row.raw(), row.kind())));
        column.setComparator(Comparator.comparing(TokenRow::display));
        column.setPrefWidth(150);
        return column;
    }

    private static TableColumn<TokenRow, String> kind() {
        var column = new TableColumn<TokenRow, String>(texts().get("column.kind"));
        column.setCellValueFactory(
                row ->
                        new SimpleStringProperty(
                                row.getValue().kind().symbol()
                                        + " "
                                        + row.getValue().kind().word()));
        column.setPrefWidth(84);
        column.setMinWidth(84);
        return column;
    }

    private static TableColumn<TokenRow, Number> number(
            String key, ToIntFunction<TokenRow> figure) {
        var column = new TableColumn<TokenRow, Number>(texts().get(key));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(figure.applyAsInt(row.getValue())));
        column.setCellFactory(
                any ->
                        new NumberCell<>(
                                value ->
                                        value.intValue() < 0
                                                ? "–"
                                                : Numbers.whole(value.longValue())));
        column.setPrefWidth(78);
        column.setMinWidth(78);
        return column;
    }

    private static Texts texts() {
        return Texts.of(OverlapView.class);
    }
}
