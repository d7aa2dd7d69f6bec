package org.clpworkbench.ui.overlap;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// A table cell with a figure and a bar as long as its share: a row of a bar chart, in figures too.
final class ShareCell<R> extends TableCell<R, ShareCell.Share> {
    private static final double SHORTEST_BAR = 24;
    private static final double LONGEST_BAR = 150;

    /// @param share of the bar's full length, 0 to 1
    /// @param words the figure
    record Share(double share, String words) {}

    private final Region fill = new Region();
    private final Label figure = new Label();
    private final HBox track = new HBox(fill);
    private final HBox content = new HBox(track, figure);
    private double length;

    /// @param kind the style class that colours the bar
    /// @param figureWidth the same for all rows, so that their bars are on one scale
    ShareCell(String kind, double figureWidth) {
        fill.getStyleClass().addAll("share-fill", kind);
        fill.setMinWidth(USE_PREF_SIZE);
        track.getStyleClass().add("share-track");
        track.setMinWidth(SHORTEST_BAR);
        track.setMaxWidth(LONGEST_BAR);
        HBox.setHgrow(track, Priority.ALWAYS);
        track.widthProperty().subscribe(this::draw);
        figure.setMinWidth(figureWidth);
        figure.setPrefWidth(figureWidth);
        figure.setAlignment(Pos.CENTER_RIGHT);
        content.getStyleClass().add("share-cell");
        content.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Share share, boolean empty) {
        super.updateItem(share, empty);
        if (empty || share == null) {
            setGraphic(null);
            setAccessibleText("");
        } else {
            length = Math.clamp(share.share(), 0, 1);
            draw();
            figure.setText(share.words());
            setAccessibleText(share.words());
            setGraphic(content);
        }
    }

    private void draw() {
        fill.setPrefWidth(length > 0 ? Math.max(1, length * track.getWidth()) : 0);
    }
}
