package org.clpworkbench.ui.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.clpworkbench.ui.common.Palette;

/// The chart's colours and font as the stylesheet gives them, for JFreeChart, which cannot read
/// CSS.
final class ChartInk extends Pane {
    private final Palette palette;
    private final Label text = new Label();

    ChartInk(Runnable whenChanged) {
        palette = new Palette(whenChanged);
        text.getStyleClass().add("chart-text");
        text.fontProperty().addListener(_ -> whenChanged.run());
        getChildren().addAll(palette, text);
        setManaged(false);
        setMouseTransparent(true);
    }

    Font font() {
        return text.getFont();
    }

    java.awt.Color text() {
        return awt(palette.color(Palette.Ink.MUTED), 1);
    }

    /// What everything is drawn on.
    java.awt.Color paper() {
        return awt(palette.color(Palette.Ink.BACKGROUND), 1);
    }

    java.awt.Color grid() {
        return awt(palette.color(Palette.Ink.GRID), 1);
    }

    java.awt.Color run(int colour, boolean isBaseline, double opacity) {
        return awt(isBaseline ? palette.color(Palette.Ink.BASELINE) : palette.run(colour), opacity);
    }

    private static java.awt.Color awt(Color colour, double opacity) {
        return new java.awt.Color(
                (float) colour.getRed(),
                (float) colour.getGreen(),
                (float) colour.getBlue(),
                (float) (colour.getOpacity() * opacity));
    }
}
