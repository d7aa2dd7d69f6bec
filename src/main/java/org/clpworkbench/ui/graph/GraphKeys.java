package org.clpworkbench.ui.graph;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;

import org.clpworkbench.ui.graph.TokenGraph.Wishes;

import java.util.Comparator;
import java.util.Optional;

/// What keys do with a graph: arrows select, Shift and arrows move the plane, Alt and arrows move
/// the selected token and pin it there, Enter expands it, P pins and unpins it, L looks at it,
/// plus, minus and 0 zoom.
final class GraphKeys {
    private static final double PAN = 40;
    private static final double NUDGE = 12;

    private final TokenGraph graph;
    private final Wishes wishes;

    GraphKeys(TokenGraph graph, Wishes wishes) {
        this.graph = graph;
        this.wishes = wishes;
        graph.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        if (!event.isShortcutDown() && act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(event, -1, 0);
            case RIGHT -> move(event, 1, 0);
            case UP -> move(event, 0, -1);
            case DOWN -> move(event, 0, 1);
            case ENTER -> graph.selected().ifPresent(node -> wishes.toggle(node.id()));
            case P -> graph.selected().ifPresent(graph::pinOrUnpin);
            case L -> graph.selected().ifPresent(node -> wishes.lookAt(node.id()));
            case PLUS, ADD, EQUALS -> graph.zoomIn();
            case MINUS, SUBTRACT -> graph.zoomOut();
            case DIGIT0, NUMPAD0, HOME -> graph.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(KeyEvent event, int right, int down) {
        if (event.isShiftDown()) {
            graph.pan(-PAN * right, -PAN * down);
        } else if (event.isAltDown()) {
            var by = new Point2D(NUDGE * right, NUDGE * down);
            graph.selected().ifPresent(node -> graph.pin(node, by));
        } else {
            graph.selected()
                    .flatMap(from -> next(from, new Point2D(right, down)))
                    .ifPresent(node -> wishes.select(node.id()));
        }
    }

    /// The token that one would go to in a direction: not far, and not far aside.
    private Optional<TokenNode> next(TokenNode from, Point2D direction) {
        Point2D begin = graph.locate(from.id()).orElse(Point2D.ZERO);
        return graph.nodes().stream()
                .filter(node -> node.id() != from.id() && way(node, begin, direction) > 1)
                .min(
                        Comparator.comparingDouble(
                                node ->
                                        way(node, begin, direction)
                                                + 2 * aside(node, begin, direction)));
    }

    private double way(TokenNode to, Point2D begin, Point2D direction) {
        return graph.locate(to.id())
                .map(at -> at.subtract(begin).dotProduct(direction))
                .orElse(0.0);
    }

    private double aside(TokenNode to, Point2D begin, Point2D direction) {
        return graph.locate(to.id())
                .map(at -> at.subtract(begin))
                .map(by -> Math.abs(by.getX() * direction.getY() - by.getY() * direction.getX()))
                .orElse(0.0);
    }
}
