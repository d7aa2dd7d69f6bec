package org.clpworkbench.ui.map;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.function.Function;

/// The columns of the map's table, which says what the picture shows.
final class MapColumns {
    private final Texts texts;

    MapColumns(Texts texts) {
        this.texts = texts;
    }

    void addTo(TableView<MapToken> table, MapViewModel viewModel) {
        TableColumn<MapToken, String> token = words("column.token", MapToken::display, 110);
        token.getStyleClass().add("mono-column");
        token.setCellFactory(any -> new MonoCell());
        table.getColumns().add(token);
        table.getColumns().add(id());
        table.getColumns()
                .add(
                        words(
                                "column.kind",
                                row ->
                                        row.standing().shape().symbol()
                                                + " "
                                                + viewModel.standing(row),
                                100));
        table.getColumns().add(words("column.script", MapToken::script, 80));
    }

    private TableColumn<MapToken, String> words(
            String key, Function<MapToken, String> words, double width) {
        var column = new TableColumn<MapToken, String>(texts.get(key));
        column.setCellValueFactory(row -> new SimpleStringProperty(words.apply(row.getValue())));
        column.setPrefWidth(width);
        return column;
    }

    private TableColumn<MapToken, Number> id() {
        var column = new TableColumn<MapToken, Number>(texts.get("column.id"));
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().id()));
        column.setCellFactory(any -> new NumberCell<>(id -> Numbers.whole(id.longValue())));
        column.setPrefWidth(70);
        return column;
    }
}
