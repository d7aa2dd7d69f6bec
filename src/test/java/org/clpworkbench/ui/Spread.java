package org.clpworkbench.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.text.Text;

import java.util.List;

/// Finds a screen that is lost in a corner of a large window: what is to be read and used on it
/// spans less than most of its place.
final class Spread {
    private static final double LEAST = 0.6;

    private Spread() {}

    static List<String> lacking(Scene scene) {
        Node place = scene.lookup(".screen-place");
        Bounds whole = place.localToScene(place.getLayoutBounds());
        double left = whole.getMaxX();
        double right = whole.getMinX();
        double top = whole.getMaxY();
        double bottom = whole.getMinY();
        for (Node node : Nodes.visible(place)) {
            if (node instanceof Control || node instanceof Text || node instanceof Canvas) {
                Bounds one = node.localToScene(node.getLayoutBounds());
                left = Math.min(left, one.getMinX());
                right = Math.max(right, one.getMaxX());
                top = Math.min(top, one.getMinY());
                bottom = Math.max(bottom, one.getMaxY());
            }
        }
        double wide = Math.max(0, right - left) / whole.getWidth();
        double high = Math.max(0, bottom - top) / whole.getHeight();
        if (wide < LEAST || high < LEAST) {
            return List.of("only %.2f of the width and %.2f of the height".formatted(wide, high));
        }
        return List.of();
    }
}
