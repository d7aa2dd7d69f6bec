package org.clpworkbench.ui.neighbours;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.transfer.TokenSpace.Neighbour;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenCell;
import org.clpworkbench.ui.common.TokenChip;

import java.util.Comparator;
import java.util.function.IntFunction;

/// The columns of the neighbours' table, which says what the graph shows.
final class NeighbourColumns {
    private NeighbourColumns() {}

    static void addTo(TableView<Neighbour> table, IntFunction<TokenReference> tokens) {
        table.getColumns().add(token(tokens));
        table.getColumns().add(cosine());
        table.getColumns().add(kind(tokens));
    }

    private static TableColumn<Neighbour, Neighbour> token(IntFunction<TokenReference> tokens) {
        var column = new TableColumn<Neighbour, Neighbour>(texts().get("column.token"));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(
                any -> new TokenCell<>(neighbour -> chip(tokens.apply(neighbour.id()))));
        column.setComparator(
                Comparator.comparing(neighbour -> tokens.apply(neighbour.id()).display()));
        column.setPrefWidth(150);
        return column;
    }

    private static TokenChip chip(TokenReference token) {
        return new TokenChip(token.display(), token.raw(), token.kind());
    }

    private static TableColumn<Neighbour, Number> cosine() {
        var column = new TableColumn<Neighbour, Number>(texts().get("column.cosine"));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<Number>(row.getValue().cosine()));
        column.setCellFactory(
                any -> new NumberCell<>(value -> Numbers.decimal(value.doubleValue(), 3)));
        column.setPrefWidth(70);
        return column;
    }

    private static TableColumn<Neighbour, String> kind(IntFunction<TokenReference> tokens) {
        var column = new TableColumn<Neighbour, String>(texts().get("column.kind"));
        column.setCellValueFactory(
                row -> {
                    var kind = tokens.apply(row.getValue().id()).kind();
                    return new SimpleStringProperty(kind.symbol() + " " + kind.word());
                });
        column.setPrefWidth(88);
        return column;
    }

    private static Texts texts() {
        return Texts.of(NeighboursView.class);
    }
}
