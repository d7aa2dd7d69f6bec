package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.clpworkbench.ui.graph.TokenGraph.Wishes;

import java.util.Optional;

/// What the mouse does with a graph.
final class GraphMouse {
    private static final double STILL = 4;
    private static final double PER_PIXEL = 1.004;

    private final TokenGraph graph;
    private final Wishes wishes;
    private Point2D pressed = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;
    private Optional<TokenNode> held = Optional.empty();
    private boolean dragging;

    GraphMouse(TokenGraph graph, Wishes wishes) {
        this.graph = graph;
        this.wishes = wishes;
        graph.setOnMouseMoved(
                moved ->
                        graph.hover(
                                graph.at(moved.getX(), moved.getY())
                                        .map(TokenNode::id)
                                        .orElse(-1)));
        graph.setOnMouseExited(_ -> graph.hover(-1));
        graph.setOnMousePressed(this::press);
        graph.setOnMouseDragged(this::drag);
        graph.setOnMouseReleased(this::release);
        graph.setOnMouseClicked(this::click);
        graph.setOnScroll(this::scroll);
    }

    private static Point2D point(MouseEvent event) {
        return new Point2D(event.getX(), event.getY());
    }

    private void press(MouseEvent event) {
        graph.requestFocus();
        pressed = point(event);
        last = pressed;
        dragging = false;
        held = graph.at(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragging = dragging || pressed.distance(point(event)) > STILL;
        if (!dragging) {
            return;
        }
        if (held.isPresent()) {
            graph.carry(held.get().id(), graph.placeAt(event.getX(), event.getY()));
        } else {
            graph.pan(event.getX() - last.getX(), event.getY() - last.getY());
        }
        last = point(event);
    }

    private void release(MouseEvent event) {
        if (dragging && held.isPresent()) {
            wishes.select(held.get().id());
            wishes.pin(held.get().id(), graph.placeAt(event.getX(), event.getY()));
        }
    }

    private void click(MouseEvent event) {
        if (dragging || event.getButton() != MouseButton.PRIMARY || held.isEmpty()) {
            return;
        }
        if (event.getClickCount() == 1) {
            wishes.select(held.get().id());
        } else if (event.getClickCount() == 2) {
            wishes.toggle(held.get().id());
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            graph.zoom(Math.pow(PER_PIXEL, event.getDeltaY()), event.getX(), event.getY());
            event.consume();
        }
    }
}
