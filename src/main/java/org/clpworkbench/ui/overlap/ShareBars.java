package org.clpworkbench.ui.overlap;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A few figures as labelled bars on one scale.
final class ShareBars extends GridPane {
    private static final double BAR_WIDTH = 90;

    ShareBars() {
        getStyleClass().add("share-bars");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(60);
        var figures = new ColumnConstraints();
        figures.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(words, new ColumnConstraints(BAR_WIDTH), figures);
    }

    void clear() {
        getChildren().clear();
    }

    /// @param share of the bar's full length, 0 to 1
    void add(String word, double share, String figure, String styleClass) {
        var fill = new Region();
        fill.getStyleClass().addAll("share-fill", styleClass);
        fill.setMinWidth(Math.max(1, BAR_WIDTH * Math.clamp(share, 0, 1)));
        var track = new HBox(fill);
        track.getStyleClass().add("share-track");
        var name = new Label(word);
        var value = new Label(figure);
        value.getStyleClass().add("share-figure");
        value.setMinWidth(USE_PREF_SIZE);
        addRow(getRowCount(), name, track, value);
    }
}
