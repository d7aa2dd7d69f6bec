package org.clpworkbench.ui.common;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A few figures as labelled bars on one scale.
public final class ShareBars extends GridPane {
    private static final double USUAL_WIDTH = 90;

    private final double barWidth;

    public ShareBars() {
        this(USUAL_WIDTH);
    }

    /// @param barWidth of a full bar, in pixels
    public ShareBars(double barWidth) {
        this.barWidth = barWidth;
        getStyleClass().add("share-bars");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(60);
        var figures = new ColumnConstraints();
        figures.setMinWidth(USE_PREF_SIZE);
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(words, new ColumnConstraints(barWidth), figures);
    }

    public void clear() {
        getChildren().clear();
    }

    /// @param share of the bar's full length, 0 to 1
    public void add(String word, double share, String figure, String styleClass) {
        var fill = new Region();
        fill.getStyleClass().addAll("share-fill", styleClass);
        double width = barWidth * Math.clamp(share, 0, 1);
        fill.setMinWidth(share > 0 ? Math.max(1, width) : 0);
        var track = new HBox(fill);
        track.getStyleClass().add("share-track");
        var name = new Label(word);
        var value = new Label(figure);
        value.getStyleClass().add("share-figure");
        value.setMinWidth(USE_PREF_SIZE);
        addRow(getRowCount(), name, track, value);
    }
}
