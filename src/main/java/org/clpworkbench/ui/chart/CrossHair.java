package org.clpworkbench.ui.chart;

import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// An upright line through the chart and a small table of every run's loss there; where the small
/// charts are shown, of their figures too.
final class CrossHair extends Pane {
    /// A column of the table.
    private record Column(String title, Function<Readout.Row, String> figure) {}

    private final Texts texts = Texts.of(LossChart.class);
    private final List<Column> losses =
            List.of(
                    new Column(
                            texts.get("readout.training"), row -> FigureWords.loss(row.training())),
                    new Column(
                            texts.get("readout.validation"),
                            row -> FigureWords.loss(row.validation())));
    private final List<Column> details =
            List.of(
                    new Column(
                            texts.get("detail.rate"), row -> FigureWords.rate(row.learningRate())),
                    new Column(
                            texts.get("detail.norm"), row -> FigureWords.norm(row.gradientNorm())),
                    new Column(texts.get("detail.speed"), row -> FigureWords.speed(row.speed())));
    private final Line line = new Line();
    private final Label title = new Label();
    private final GridPane table = new GridPane();
    private final VBox card = new VBox(title, copied(), table);

    CrossHair() {
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("cross-hair");
        card.getStyleClass().add("readout");
        table.getStyleClass().add("readout-table");
        title.getStyleClass().add("readout-title");
        getChildren().addAll(line, card);
    }

    /// Says how the figures are taken along.
    private Label copied() {
        var copied = new Label(texts.get("readout.copy"));
        copied.getStyleClass().add("readout-copy");
        return copied;
    }

    void show(Readout readout, double x, Rectangle2D area) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.getMinY());
        line.setEndY(area.getMaxY());
        title.setText(
                texts.get(
                        "readout.title",
                        readout.step(),
                        readout.tokens(),
                        Numbers.duration(Duration.ofMillis((long) (readout.seconds() * 1000)))));
        setVisible(!readout.rows().isEmpty());
        if (readout.detailed()) {
            fill(readout, List.of(Stream.concat(losses.stream(), details.stream()).toList()));
            if (card.getWidth() > getWidth()) {
                fill(readout, List.of(losses, details));
            }
        } else {
            fill(readout, List.of(losses));
        }
        boolean right = x + card.getWidth() + 16 <= area.getMaxX();
        card.relocate(right ? x + 12 : Math.max(0, x - card.getWidth() - 12), area.getMinY() + 8);
    }

    /// @param blocks columns that stand side by side, one block below the other
    private void fill(Readout readout, List<List<Column>> blocks) {
        table.getChildren().clear();
        for (List<Column> columns : blocks) {
            table.add(new Label(), 0, table.getRowCount());
            add(columns.stream().map(Column::title).toList(), "readout-head");
            for (Readout.Row row : readout.rows()) {
                var swatch = new RunSwatch(row.run().colour(), row.baseline());
                table.add(new Label(row.run().label(), swatch), 0, table.getRowCount());
                add(columns.stream().map(c -> c.figure().apply(row)).toList(), "readout-number");
            }
        }
        applyCss();
        card.autosize();
    }

    /// Adds cells to the last row.
    private void add(List<String> cells, String style) {
        int row = table.getRowCount() - 1;
        for (int column = 0; column < cells.size(); column++) {
            var cell = new Label(cells.get(column));
            cell.getStyleClass().add(style);
            GridPane.setHalignment(cell, HPos.RIGHT);
            table.add(cell, 1 + column, row);
        }
    }
}
