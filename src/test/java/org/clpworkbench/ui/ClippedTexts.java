package org.clpworkbench.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds texts that cannot be read whole: cut off with "...", or outside the window. Labels and
/// cells whose tooltip says all of it are left out, and cells of a column that can be made wider,
/// unless it holds figures: a figure that is cut reads as another one.
public final class ClippedTexts {
    private static final double TOLERANCE = 1.5;

    private ClippedTexts() {}

    public static List<String> in(Scene scene) {
        var clipped = new ArrayList<String>();
        for (Node node : Nodes.visible(scene.getRoot())) {
            if (node instanceof Labeled labeled
                    && isCut(labeled)
                    && !isToldByTooltip(labeled)
                    && !isInAWiderColumnAtWill(labeled)) {
                clipped.add("cut \"" + labeled.getText() + "\": " + Nodes.path(labeled));
            }
            if (node instanceof Labeled labeled && !Nodes.isCell(labeled)) {
                if (isBeyondItsPlace(labeled)) {
                    clipped.add("too wide \"" + labeled.getText() + "\": " + Nodes.path(labeled));
                }
                if (isOutside(labeled, scene)) {
                    clipped.add("outside \"" + labeled.getText() + "\": " + Nodes.path(labeled));
                }
            }
            if (node instanceof Spinner<?> spinner && isCut(spinner.getEditor())) {
                clipped.add("cut " + spinner.getEditor().getText() + ": " + Nodes.path(spinner));
            }
        }
        return clipped;
    }

    private static boolean isInAWiderColumnAtWill(Labeled labeled) {
        for (Node up = labeled; up != null; up = up.getParent()) {
            if (up instanceof TableCell<?, ?> cell) {
                TableColumn<?, ?> column = cell.getTableColumn();
                return column != null
                        && column.isResizable()
                        && !cell.getStyleClass().contains("number-cell");
            }
        }
        return false;
    }

    private static boolean isCut(TextField field) {
        var whole = new Text(field.getText());
        whole.setFont(field.getFont());
        double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
        return whole.getLayoutBounds().getWidth() > room + TOLERANCE;
    }

    /// Whether the text goes over the right edge of what it lies in.
    private static boolean isBeyondItsPlace(Labeled labeled) {
        Optional<Text> drawn = Nodes.drawn(labeled);
        if (drawn.isEmpty()
                || labeled.getText().isBlank()
                || Nodes.isIn(labeled, TableView.class)) {
            return false;
        }
        double right = drawn.get().localToScene(drawn.get().getBoundsInLocal()).getMaxX();
        for (Node up = labeled; up != null && !(up instanceof ScrollPane); up = up.getParent()) {
            if (up instanceof Region place
                    && right > place.localToScene(place.getLayoutBounds()).getMaxX() + TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCut(Labeled labeled) {
        String text = Optional.ofNullable(labeled.getText()).orElse("");
        if (text.isBlank() || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return false;
        }
        String drawn = Nodes.drawn(labeled).map(Text::getText).orElse(text);
        return drawn.isBlank()
                || (drawn.contains(labeled.getEllipsisString())
                        && !text.contains(labeled.getEllipsisString()));
    }

    /// Whether a tooltip says all of it: it is a person's own word, as a file's name.
    static boolean isToldByTooltip(Labeled labeled) {
        for (Node up = labeled; up != null; up = up.getParent()) {
            if (up.getProperties().get("javafx.scene.control.Tooltip") instanceof Tooltip tip
                    && tip.getText() != null
                    && tip.getText().contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutside(Labeled labeled, Scene scene) {
        Optional<Text> drawn = Nodes.drawn(labeled);
        if (drawn.isEmpty()
                || Nodes.isIn(labeled, ScrollPane.class)
                || Nodes.isIn(labeled, TableView.class)) {
            return false;
        }
        Bounds bounds = drawn.get().localToScene(drawn.get().getBoundsInLocal());
        return bounds.getMinX() < -TOLERANCE
                || bounds.getMinY() < -TOLERANCE
                || bounds.getMaxX() > scene.getWidth() + TOLERANCE
                || bounds.getMaxY() > scene.getHeight() + TOLERANCE;
    }
}
