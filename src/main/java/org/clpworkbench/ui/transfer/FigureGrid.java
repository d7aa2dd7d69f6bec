package org.clpworkbench.ui.transfer;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/// Figures one below the other: name and meaning on the left, the value on the right.
final class FigureGrid extends GridPane {
    FigureGrid() {
        getStyleClass().add("report-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(120);
        var values = new ColumnConstraints();
        values.setMinWidth(120);
        values.setMaxWidth(220);
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    FigureGrid(List<ReportFigure> lines) {
        this();
        show(lines);
    }

    void show(List<? extends ReportFigure> lines) {
        getChildren().clear();
        int row = 0;
        for (ReportFigure line : lines) {
            var meaning = new Label(line.meaning());
            meaning.setWrapText(true);
            meaning.getStyleClass()
                    .addAll(line.warns() ? "transfer-warning" : "text-muted", "report-meaning");
            var value = new Label(line.value());
            value.getStyleClass().add("report-value");
            value.setWrapText(true);
            addRow(row++, new VBox(new Label(line.name()), meaning), value);
        }
    }
}
