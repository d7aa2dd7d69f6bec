package org.clpworkbench.ui.training;

import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The chart with what the models write beside it; below it where there is no room for both, and
/// while only the title is open.
final class ChartAndSamples extends GridPane {
    /// The least width of both beside each other, in sizes of the text.
    private static final double LEAST = 66;

    private final Region chart;
    private final TitledPane samples;

    ChartAndSamples(Region chart, TitledPane samples) {
        this.chart = chart;
        this.samples = samples;
        getStyleClass().add("chart-and-samples");
        chart.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        samples.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setHgrow(chart, Priority.ALWAYS);
        setVgrow(chart, Priority.ALWAYS);
        add(chart, 0, 0);
        add(samples, 0, 1);
        widthProperty().subscribe(this::arrange);
        samples.expandedProperty().subscribe(this::arrange);
        samples.fontProperty().subscribe(this::arrange);
    }

    Region chart() {
        return chart;
    }

    TitledPane samples() {
        return samples;
    }

    /// Whether both have room beside each other where it is so wide.
    boolean fitBeside(double width) {
        return width >= LEAST * samples.getFont().getSize();
    }

    private void arrange() {
        boolean beside = samples.isExpanded() && fitBeside(getWidth());
        samples.setMinWidth(beside ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        setColumnIndex(samples, beside ? 1 : 0);
        setRowIndex(samples, beside ? 0 : 1);
    }
}
