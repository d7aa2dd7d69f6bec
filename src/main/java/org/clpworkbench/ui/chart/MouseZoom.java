package org.clpworkbench.ui.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The layer over the chart that the mouse meets: drag to zoom into a rectangle, turn the wheel to
/// zoom around the pointer, click twice for all.
final class MouseZoom extends Pane {
    /// A drag that is shorter was a click, or went along the other side only.
    static final double SHORTEST = 6;

    private static final double WHEEL = 1.2;

    /// What is zoomed.
    interface Target {
        /// What lies inside the frame of the losses, in pixels.
        Rectangle2D area();

        /// Looks at a rectangle of the area; a side shorter than {@link #SHORTEST} stays as it is.
        void zoomTo(Rectangle2D pixels);

        /// Makes what is looked at so many times as large, with a place that stays where it is.
        void zoomBy(double factor, double x, double y);

        void showAll();
    }

    private final Target target;
    private final Rectangle rectangle = new Rectangle();
    private double fromX = Double.NaN;
    private double fromY;

    MouseZoom(Target target) {
        this.target = target;
        rectangle.getStyleClass().add("zoom-rectangle");
        rectangle.setMouseTransparent(true);
        rectangle.setManaged(false);
        rectangle.setVisible(false);
        getChildren().add(rectangle);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent press) {
        Rectangle2D area = target.area();
        fromX = Double.NaN;
        if (press.getButton() == MouseButton.PRIMARY && area.contains(press.getX(), press.getY())) {
            fromX = press.getX();
            fromY = press.getY();
        }
    }

    private void dragged(MouseEvent drag) {
        if (Double.isNaN(fromX)) {
            return;
        }
        Rectangle2D area = target.area();
        double toX = Math.clamp(drag.getX(), area.getMinX(), area.getMaxX());
        double toY = Math.clamp(drag.getY(), area.getMinY(), area.getMaxY());
        boolean wide = Math.abs(toX - fromX) >= SHORTEST;
        boolean tall = Math.abs(toY - fromY) >= SHORTEST;
        // the rectangle shows what will be looked at: a flat one leaves the loss axis alone
        rectangle.setX(wide ? Math.min(fromX, toX) : area.getMinX());
        rectangle.setWidth(wide ? Math.abs(toX - fromX) : area.getWidth());
        rectangle.setY(tall ? Math.min(fromY, toY) : area.getMinY());
        rectangle.setHeight(tall ? Math.abs(toY - fromY) : area.getHeight());
        rectangle.setVisible(wide || tall);
    }

    private void released(MouseEvent release) {
        boolean drawn = rectangle.isVisible();
        rectangle.setVisible(false);
        fromX = Double.NaN;
        if (drawn) {
            target.zoomTo(
                    new Rectangle2D(
                            rectangle.getX(),
                            rectangle.getY(),
                            rectangle.getWidth(),
                            rectangle.getHeight()));
            release.consume();
        }
    }

    private void clicked(MouseEvent click) {
        if (click.getClickCount() == 2 && click.isStillSincePress()) {
            target.showAll();
        }
    }

    private void scrolled(ScrollEvent scroll) {
        if (scroll.getDeltaY() != 0) {
            double factor = scroll.getDeltaY() > 0 ? 1 / WHEEL : WHEEL;
            target.zoomBy(factor, scroll.getX(), scroll.getY());
        }
        scroll.consume();
    }
}
