package org.clpworkbench.ui.chart;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// A run's sign beside its name: the piece of line and the marker that it has in the chart. Its
/// colours are in chart.css, which the screen that shows it names.
public final class RunSwatch extends StackPane {
    public RunSwatch(int colour, boolean baseline) {
        var line = new Line(0, 0, 18, 0);
        line.getStyleClass().add("run-line");
        if (baseline) {
            line.getStrokeDashArray().setAll(5.0, 4.0);
        }
        Shape marker = marker(colour);
        marker.getStyleClass().add("run-marker");
        getStyleClass()
                .addAll(
                        "run-swatch",
                        baseline ? "run-baseline" : "run-colour-" + (1 + Math.floorMod(colour, 6)));
        getChildren().addAll(line, marker);
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    private static Shape marker(int colour) {
        return switch (Math.floorMod(colour, 4)) {
            case 0 -> new Circle(3.5);
            case 1 -> new Polygon(0, -4.5, 4.5, 3.5, -4.5, 3.5);
            case 2 -> new Rectangle(7, 7);
            default -> new Polygon(0, -4.5, 4.5, 0, 0, 4.5, -4.5, 0);
        };
    }
}
