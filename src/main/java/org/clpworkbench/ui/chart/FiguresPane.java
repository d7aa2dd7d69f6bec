package org.clpworkbench.ui.chart;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.function.Function;

/// Figures of the runs as a table that a screen reader reads and a spreadsheet takes.
///
/// @param <R> a row: a step, and what it tells of each run
abstract class FiguresPane<R> extends VBox {
    final Texts texts = Texts.of(LossChart.class);
    final TableView<R> view = new TableView<>();

    /// @param id of the table
    /// @param beside what stands at the left of the buttons
    FiguresPane(String id, Node beside) {
        getStyleClass().add("figures-pane");
        HeaderWidths.keep(view);
        view.setId(id);
        view.getStyleClass().addAll("dense", "figures-table");
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setMinHeight(0);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setVgrow(view, Priority.ALWAYS);
        HBox.setHgrow(beside, Priority.ALWAYS);
        var buttons =
                new HBox(
                        beside,
                        button("table-copy", texts.get("table.copy"), this::copy),
                        button("table-csv", texts.get("table.csv"), this::save));
        buttons.getStyleClass().add("loss-row");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(view, buttons);
    }

    private static Button button(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.getStyleClass().addAll("small", "chart-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Takes over what the model holds now.
    abstract void refresh();

    /// Rows with tabs between the columns.
    abstract String asText(List<R> rows);

    /// Asks where to and writes all rows there.
    abstract void save();

    /// Puts other rows into the table. Those at the beginning that are the same stay, and with them
    /// what is selected and focused there.
    final void show(List<R> rows) {
        ObservableList<R> shown = view.getItems();
        int same = 0;
        while (same < Math.min(shown.size(), rows.size())
                && shown.get(same).equals(rows.get(same))) {
            same++;
        }
        shown.remove(same, shown.size());
        shown.addAll(rows.subList(same, rows.size()));
    }

    /// Adds a column of whole numbers.
    final TableColumn<R, Number> figure(String title, double width, Function<R, Number> figure) {
        var column = new TableColumn<R, Number>(title);
        column.getStyleClass().add("number-column");
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(figure.apply(row.getValue())));
        column.setCellFactory(_ -> new NumberCell<>(n -> Numbers.whole(n.longValue())));
        view.getColumns().add(column);
        return column;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            copy();
            key.consume();
        }
    }

    /// The selected rows, or all where none is selected.
    private void copy() {
        List<R> chosen = List.copyOf(view.getSelectionModel().getSelectedItems());
        TextClipboard.put(asText(chosen.isEmpty() ? view.getItems() : chosen));
    }
}
