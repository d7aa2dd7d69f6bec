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

/// An upright line through the chart and a small table of every run's loss there.
final class CrossHair extends Pane {
    private final Texts texts = Texts.of(LossChart.class);
    private final Line line = new Line();
    private final Label title = new Label();
    private final GridPane table = new GridPane();
    private final VBox card = new VBox(title, table);

    CrossHair() {
        setMouseTransparent(true);
        setVisible(false);
        line.getStyleClass().add("cross-hair");
        card.getStyleClass().add("readout");
        table.getStyleClass().add("readout-table");
        title.getStyleClass().add("readout-title");
        getChildren().addAll(line, card);
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
        table.getChildren().clear();
        row(0, new Label(), texts.get("readout.training"), texts.get("readout.validation"));
        int index = 1;
        for (Readout.Row run : readout.rows()) {
            var name =
                    new Label(run.run().label(), new RunSwatch(run.run().colour(), run.baseline()));
            row(index++, name, Readout.figure(run.training()), Readout.figure(run.validation()));
        }
        setVisible(!readout.rows().isEmpty());
        applyCss();
        card.autosize();
        boolean right = x + card.getWidth() + 16 <= area.getMaxX();
        card.relocate(right ? x + 12 : Math.max(0, x - card.getWidth() - 12), area.getMinY() + 8);
    }

    private void row(int index, Label name, String training, String validation) {
        var left = new Label(training);
        var right = new Label(validation);
        for (Label number : new Label[] {left, right}) {
            number.getStyleClass().add(index == 0 ? "readout-head" : "readout-number");
            GridPane.setHalignment(number, HPos.RIGHT);
        }
        table.addRow(index, name, left, right);
    }
}
