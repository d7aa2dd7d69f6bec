package org.clpworkbench.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.clpworkbench.ui.common.HeaderHints;
import org.clpworkbench.ui.common.NumberCell;
import org.clpworkbench.ui.common.Numbers;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// The validation losses, and how far each is from the baseline's.
final class EvaluationPane extends FiguresPane<EvaluationTable.Row> {
    private final LossChartModel model;
    private final ChartFiles files;
    private final Label meaning;
    private EvaluationTable shown = EvaluationTable.EMPTY;

    EvaluationPane(LossChartModel model, ChartFiles files) {
        this(model, files, meaning());
    }

    /// @param meaning of the tokens saved, while there is a baseline to save them against
    private EvaluationPane(LossChartModel model, ChartFiles files, Label meaning) {
        super("evaluations", meaning);
        this.model = model;
        this.files = files;
        this.meaning = meaning;
        HeaderHints.keep(view);
        view.setAccessibleText(texts.get("table.accessible"));
        view.accessibleHelpProperty().bind(meaning.textProperty());
        view.setPlaceholder(new Label(texts.get("table.none")));
    }

    private static Label meaning() {
        var meaning = new Label();
        meaning.getStyleClass().add("chart-key");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.setMaxWidth(Double.MAX_VALUE);
        return meaning;
    }

    @Override
    void refresh() {
        var now = EvaluationTable.of(model);
        if (now.equals(shown)) {
            return;
        }
        boolean otherColumns =
                !now.runs().equals(shown.runs())
                        || !now.baseline().equals(shown.baseline())
                        || !now.against().equals(shown.against());
        shown = now;
        tellMeaning();
        if (otherColumns) {
            showColumns();
        }
        show(now.rows());
    }

    private void tellMeaning() {
        if (shown.baseline().isEmpty()) {
            meaning.setText("");
        } else if (shown.several()) {
            meaning.setText(texts.get("table.saved.seeds.hint"));
        } else {
            meaning.setText(texts.get("table.saved.hint"));
        }
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
            shown.against().get(run).ifPresent(other -> showComparison(run, other));
        }
    }

    private void showComparison(int run, EvaluationTable.Against other) {
        figure(shown.versus(run, other), 130, row -> row.differences().get(run))
                .setCellFactory(_ -> new ComparedCell(EvaluationTable::signed, -1));
        String name = shown.runs().get(run).label();
        TableColumn<EvaluationTable.Row, Number> saved =
                figure(texts.get("table.saved", name), 130, row -> row.saved().get(run));
        saved.setCellFactory(_ -> new ComparedCell(EvaluationTable::fewer, 1));
        HeaderHints.on(
                saved,
                other.tokens()
                        .map(baseline -> texts.get("table.saved.against", baseline))
                        .orElseGet(() -> texts.get("table.saved.seeds", other.losses())));
    }

    @Override
    String asText(List<EvaluationTable.Row> rows) {
        return shown.asText(rows);
    }

    @Override
    void save() {
        files.saveTable("losses", shown.asCsv());
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
