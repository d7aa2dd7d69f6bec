package org.clpworkbench.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Region;

import org.clpworkbench.ui.common.NumberCell;

import java.util.List;
import java.util.Locale;

/// One figure that every step has, a column for each run.
final class StepPane extends FiguresPane<StepTable.Row> {
    private final LossChartModel model;
    private final ChartFiles files;
    private StepTable shown = new StepTable(Figure.TRAINING, List.of(), List.of());
    private String baseline = "";

    StepPane(LossChartModel model, ChartFiles files) {
        super("steps-table", new Region());
        this.model = model;
        this.files = files;
        view.setPlaceholder(new Label(texts.get("table.steps.none")));
    }

    @Override
    void refresh() {
        Figure figure = model.figure().get();
        var now = StepTable.of(model, figure, model.spacing().get());
        String against = model.baseline().get();
        boolean otherColumns = !now.runs().equals(shown.runs()) || !against.equals(baseline);
        if (otherColumns || figure != shown.figure()) {
            view.getItems().clear(); // the same number may have other words
        }
        shown = now;
        baseline = against;
        view.setAccessibleText(texts.get("table.steps.accessible", texts.get("figure." + figure)));
        if (otherColumns) {
            showColumns();
        }
        show(now.rows());
    }

    private void showColumns() {
        view.getColumns().clear();
        figure(texts.get("table.step"), 70, StepTable.Row::step);
        figure(texts.get("table.tokens"), 100, StepTable.Row::tokens);
        List<Curve> curves = model.curves();
        for (int place = 0; place < curves.size(); place++) {
            int run = place;
            Curve curve = curves.get(run);
            ChartRun named = curve.run();
            TableColumn<StepTable.Row, Number> column =
                    figure(named.label(), 110, row -> row.figures().get(run));
            column.setCellFactory(_ -> new NumberCell<>(n -> words(n.doubleValue())));
            column.setGraphic(new RunSwatch(named.colour(), model.isBaseline(curve)));
        }
    }

    private String words(double figure) {
        return shown.figure().words(figure);
    }

    @Override
    String asText(List<StepTable.Row> rows) {
        return shown.asText(rows);
    }

    @Override
    void save() {
        files.saveTable(shown.figure().name().toLowerCase(Locale.ROOT), shown.asCsv());
    }
}
