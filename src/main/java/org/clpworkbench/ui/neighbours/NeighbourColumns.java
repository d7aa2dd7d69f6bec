package org.clpworkbench.ui.neighbours;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TokenCell;
import org.clpworkbench.ui.common.TokenChip;
import org.clpworkbench.ui.graph.TokenNode;

import java.util.Comparator;
import java.util.function.IntFunction;

/// The columns of the neighbours' table, which says what the graph shows.
final class NeighbourColumns {
    private NeighbourColumns() {}

    static void addTo(TableView<TokenNode> table, IntFunction<TokenReference> tokens) {
        table.getColumns().add(token(tokens));
        table.getColumns().add(cosine());
        table.getColumns().add(kind());
        table.getColumns().add(hub(tokens));
    }

    private static TableColumn<TokenNode, TokenNode> token(IntFunction<TokenReference> tokens) {
        var column = new TableColumn<TokenNode, TokenNode>(texts().get("column.token"));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(
                any -> new TokenCell<>(neighbour -> chip(tokens.apply(neighbour.id()))));
        column.setComparator(
                Comparator.comparing(neighbour -> tokens.apply(neighbour.id()).display()));
        column.setPrefWidth(112);
        return column;
    }

    private static TokenChip chip(TokenReference token) {
        return new TokenChip(token.display(), token.raw(), token.kind());
    }

    private static TableColumn<TokenNode, Number> cosine() {
        var column = new TableColumn<TokenNode, Number>(texts().get("column.cosine"));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<Number>(row.getValue().cosine()));
        column.setCellFactory(
                any -> new NumberCell<>(value -> Numbers.decimal(value.doubleValue(), 3)));
        column.setPrefWidth(62);
        column.setMinWidth(58);
        return column;
    }

    private static TableColumn<TokenNode, String> kind() {
        var column = new TableColumn<TokenNode, String>(texts().get("column.kind"));
        column.setCellValueFactory(
                row -> {
                    var kind = row.getValue().kind();
                    return new SimpleStringProperty(kind.wordWithSymbol());
                });
        column.setPrefWidth(86);
        column.setMinWidth(84);
        return column;
    }

    /// Whose neighbour it is, and what was made of it.
    private static TableColumn<TokenNode, String> hub(IntFunction<TokenReference> tokens) {
        var column = new TableColumn<TokenNode, String>(texts().get("column.near"));
        column.setCellValueFactory(
                row -> {
                    TokenNode node = row.getValue();
                    return new SimpleStringProperty(
                            tokens.apply(node.hub()).inSentence()
                                    + (node.expanded() ? " " + texts().get("mark.expanded") : "")
                                    + (node.pinned() ? " " + texts().get("mark.pinned") : ""));
                });
        column.setPrefWidth(96);
        return column;
    }

    private static Texts texts() {
        return Texts.of(NeighboursView.class);
    }
}
