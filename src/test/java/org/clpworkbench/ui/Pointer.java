package org.clpworkbench.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits;
import javafx.scene.input.ScrollEvent.VerticalTextScrollUnits;

/// What the mouse does on a node, told to it at once, where a robot's events come with a later
/// pulse. Places are the node's, in pixels.
public record Pointer(Node node) {
    /// What one turn of a wheel is told as by most systems.
    private static final double TURN = 40;

    private static final int LINES_A_TURN = 3;

    public void move(double x, double y) {
        mouse(MouseEvent.MOUSE_MOVED, x, y, false, false);
    }

    /// @param shift whether the Shift key is down
    public void press(double x, double y, boolean shift) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y, true, shift);
    }

    public void drag(double x, double y) {
        mouse(MouseEvent.MOUSE_DRAGGED, x, y, true, false);
    }

    public void release(double x, double y) {
        mouse(MouseEvent.MOUSE_RELEASED, x, y, false, false);
    }

    private void mouse(
            EventType<MouseEvent> what, double x, double y, boolean down, boolean shift) {
        boolean button = !what.equals(MouseEvent.MOUSE_MOVED);
        Point2D scene = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        what,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        button ? MouseButton.PRIMARY : MouseButton.NONE,
                        button ? 1 : 0,
                        shift,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    /// @param turns of the wheel, upwards where there are more than none
    public void wheel(double x, double y, int turns) {
        Point2D scene = node.localToScene(x, y);
        Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        scene.getX(),
                        scene.getY(),
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        TURN * turns,
                        0,
                        0,
                        HorizontalTextScrollUnits.NONE,
                        0,
                        VerticalTextScrollUnits.LINES,
                        LINES_A_TURN * turns,
                        0,
                        null));
    }
}
