package org.clpworkbench.ui.chart;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.WordConverter;

import java.util.List;
import java.util.function.Function;

/// All that the picture shows as tables, a page for each figure. Only the page that is looked at is
/// filled.
final class TablePages extends VBox {
    private final Texts texts = Texts.of(LossChart.class);
    private final LossChartModel model;
    private final EvaluationPane evaluations;
    private final StepPane steps;
    private final HBox choices;

    TablePages(LossChartModel model, ChartFiles files) {
        this.model = model;
        evaluations = new EvaluationPane(model, files);
        steps = new StepPane(model, files);
        getStyleClass().add("figures-pane");
        setVgrow(evaluations, Priority.ALWAYS);
        setVgrow(steps, Priority.ALWAYS);
        HBox figures =
                choice(
                        "table-figure",
                        texts.get("table.figure"),
                        model.figure(),
                        List.of(Figure.values()),
                        figure -> texts.get("figure." + figure));
        HBox spacings =
                choice(
                        "table-rows",
                        texts.get("table.rows"),
                        model.spacing(),
                        List.of(StepSpacing.values()),
                        spacing -> texts.get("rows." + spacing));
        spacings.visibleProperty().bind(model.figure().isNotEqualTo(Figure.VALIDATION));
        choices = row(figures, spacings);
        model.figure().subscribe(_ -> turn());
        model.spacing().addListener(_ -> refresh());
        model.baseline().addListener(_ -> refresh());
        model.seedsTogether().addListener(_ -> refresh());
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("loss-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static <T> HBox choice(
            String id,
            String name,
            ObjectProperty<T> chosen,
            List<T> all,
            Function<T, String> words) {
        var box = new ComboBox<T>();
        box.setId(id);
        box.setConverter(new WordConverter<>(words));
        box.getItems().setAll(all);
        box.valueProperty().bindBidirectional(chosen);
        box.setAccessibleText(name);
        box.getStyleClass().add("small");
        var label = new Label(name);
        label.getStyleClass().add("chart-key");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(box);
        return row(label, box);
    }

    private FiguresPane<?> page() {
        return model.figure().get() == Figure.VALIDATION ? evaluations : steps;
    }

    private void turn() {
        getChildren().setAll(choices, page());
        refresh();
    }

    /// Takes over what the model holds now, while the table is looked at.
    void refresh() {
        if (model.table().get()) {
            page().refresh();
        }
    }
}
