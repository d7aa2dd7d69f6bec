package org.clpworkbench.ui.chart;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.HeaderWidths;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.TextClipboard;
import org.clpworkbench.ui.common.Texts;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/// The picture's losses as a table that a screen reader reads and a spreadsheet takes.
final class EvaluationPane extends VBox {
    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final TableView<EvaluationTable.Row> view = new TableView<>();
    private EvaluationTable shown = new EvaluationTable(List.of(), Optional.empty(), List.of());

    EvaluationPane(LossChartModel model, ChartFiles files) {
        this.model = model;
        getStyleClass().add("evaluation-pane");
        HeaderWidths.keep(view);
        view.setId("evaluations");
        view.getStyleClass().add("dense");
        view.setAccessibleText(texts.get("table.accessible"));
        view.setPlaceholder(new Label(texts.get("table.none")));
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setMinHeight(0);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(view, Priority.ALWAYS);
        Button copy = button("table.copy", this::copy);
        Button csv = button("table.csv", () -> files.saveTable(shown.asCsv()));
        var buttons = new HBox(meaning(), copy, csv);
        buttons.getStyleClass().add("loss-row");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(view, buttons);
        model.baseline().addListener(_ -> refresh());
        model.seedsTogether().addListener(_ -> refresh());
    }

    /// Of the tokens saved, while there is a baseline to save them against.
    private Label meaning() {
        var meaning = new Label(texts.get("table.saved.hint"));
        meaning.getStyleClass().add("chart-key");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.setMaxWidth(Double.MAX_VALUE);
        meaning.visibleProperty().bind(model.baseline().isNotEmpty());
        HBox.setHgrow(meaning, Priority.ALWAYS);
        return meaning;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("small", "chart-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Takes over what the model holds now.
    void refresh() {
        var now = EvaluationTable.of(model);
        if (now.equals(shown)) {
            return;
        }
        boolean otherColumns =
                !now.runs().equals(shown.runs()) || !now.baseline().equals(shown.baseline());
        shown = now;
        if (otherColumns) {
            showColumns();
        }
        view.getItems().setAll(now.rows());
    }

    private void showColumns() {
        view.getColumns().clear();
        figure(texts.get("table.step"), 70, EvaluationTable.Row::step);
        figure(texts.get("table.tokens"), 100, EvaluationTable.Row::tokens);
        for (int place = 0; place < shown.runs().size(); place++) {
            int run = place;
            ChartRun named = shown.runs().get(run);
            TableColumn<EvaluationTable.Row, Number> loss =
                    figure(named.label(), 110, row -> row.losses().get(run));
            loss.setCellFactory(_ -> new NumberCell<>(n -> Numbers.decimal(n.doubleValue(), 3)));
            boolean baseline = shown.baseline().equals(Optional.of(run));
            loss.setGraphic(new RunSwatch(named.colour(), baseline));
            if (shown.compares(run)) {
                figure(shown.versus(run), 130, row -> shown.difference(row, run))
                        .setCellFactory(_ -> new ComparedCell(EvaluationTable::signed, -1));
                figure(texts.get("table.saved", named.label()), 130, row -> row.saved().get(run))
                        .setCellFactory(_ -> new ComparedCell(EvaluationTable::fewer, 1));
            }
        }
    }

    private TableColumn<EvaluationTable.Row, Number> figure(
            String title, double width, Function<EvaluationTable.Row, Number> figure) {
        var column = new TableColumn<EvaluationTable.Row, Number>(title);
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
        switch (key.getCode()) {
            case C -> {
                if (key.isShortcutDown()) {
                    copy();
                    key.consume();
                }
            }
            default -> {}
        }
    }

    /// The selected rows, or all where none is selected.
    private void copy() {
        List<EvaluationTable.Row> chosen = List.copyOf(view.getSelectionModel().getSelectedItems());
        TextClipboard.put(shown.asText(chosen.isEmpty() ? shown.rows() : chosen));
    }

    /// A figure that is better than the baseline's, or worse.
    private static final class ComparedCell extends TableCell<EvaluationTable.Row, Number> {
        private final DoubleFunction<String> words;
        private final int better;

        /// @param better the sign of figures that are better: less loss, more tokens saved
        ComparedCell(DoubleFunction<String> words, int better) {
            this.words = words;
            this.better = better;
            getStyleClass().add("number-cell");
        }

        @Override
        protected void updateItem(@Nullable Number figure, boolean empty) {
            super.updateItem(figure, empty);
            getStyleClass().removeAll("better", "worse");
            if (empty || figure == null) {
                setText("");
                return;
            }
            setText(words.apply(figure.doubleValue()));
            double gain = better * figure.doubleValue();
            if (gain > 0) {
                getStyleClass().add("better");
            } else if (gain < 0) {
                getStyleClass().add("worse");
            }
        }
    }
}
