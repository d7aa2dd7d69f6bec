package org.clpworkbench.ui.graph;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

import org.clpworkbench.settings.GraphSight;

import java.util.Collection;
import java.util.Optional;

/// Which part of the plane of places is seen on an area of pixels: all that stands there when
/// nobody has zoomed or moved it.
///
/// @param whole what stands there, in places
/// @param zoom 1 for all of it
/// @param panX by how many pixels it was moved
record Viewport(Bounds whole, double width, double height, double zoom, double panX, double panY) {
    private static final double SIDE_MARGIN = 90;
    private static final double TOP_MARGIN = 26;
    private static final double LEAST = 40;
    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 20;

    static Viewport of(Collection<Place> places, double width, double height) {
        double left = places.stream().mapToDouble(Place::x).min().orElse(-1);
        double right = places.stream().mapToDouble(Place::x).max().orElse(1);
        double top = places.stream().mapToDouble(Place::y).min().orElse(-1);
        double bottom = places.stream().mapToDouble(Place::y).max().orElse(1);
        return new Viewport(
                new BoundingBox(left, top, right - left, bottom - top), width, height, 1, 0, 0);
    }

    /// As it was seen before.
    static Viewport of(GraphSight sight, double width, double height) {
        return new Viewport(
                new BoundingBox(sight.left(), sight.top(), sight.width(), sight.height()),
                width,
                height,
                Math.clamp(sight.zoom(), SMALLEST, LARGEST),
                sight.panX(),
                sight.panY());
    }

    /// What is needed to see the same again; empty where it is the whole.
    Optional<GraphSight> sight() {
        return moved()
                ? Optional.of(
                        new GraphSight(
                                whole.getMinX(),
                                whole.getMinY(),
                                whole.getWidth(),
                                whole.getHeight(),
                                zoom,
                                panX,
                                panY))
                : Optional.empty();
    }

    Viewport sized(double wide, double tall) {
        return new Viewport(whole, wide, tall, zoom, panX, panY);
    }

    /// Whether it is other than the whole.
    boolean moved() {
        return zoom != 1 || panX != 0 || panY != 0;
    }

    Viewport panned(double dx, double dy) {
        return new Viewport(whole, width, height, zoom, panX + dx, panY + dy);
    }

    /// Zoomed around a point on the area, which stays where it is.
    Viewport zoomed(double factor, double x, double y) {
        double next = Math.clamp(zoom * factor, SMALLEST, LARGEST);
        double grown = next / zoom;
        double fromMiddleX = x - width / 2;
        double fromMiddleY = y - height / 2;
        return new Viewport(
                whole,
                width,
                height,
                next,
                fromMiddleX - grown * (fromMiddleX - panX),
                fromMiddleY - grown * (fromMiddleY - panY));
    }

    Point2D onArea(Place place) {
        return new Point2D(
                width / 2 + panX + (place.x() - whole.getCenterX()) * acrossScale(),
                height / 2 + panY + (place.y() - whole.getCenterY()) * downScale());
    }

    Place placeAt(double x, double y) {
        return new Place(
                whole.getCenterX() + (x - width / 2 - panX) / acrossScale(),
                whole.getCenterY() + (y - height / 2 - panY) / downScale());
    }

    /// Where the middle of all that stands there is.
    Point2D middle() {
        return new Point2D(width / 2 + panX, height / 2 + panY);
    }

    boolean shows(Point2D point) {
        return point.getX() >= 0
                && point.getY() >= 0
                && point.getX() <= width
                && point.getY() <= height;
    }

    private double acrossScale() {
        return zoom * scale(width / 2 - SIDE_MARGIN, whole.getWidth());
    }

    private double downScale() {
        return zoom * scale(height / 2 - TOP_MARGIN, whole.getHeight());
    }

    private static double scale(double half, double extent) {
        return Math.max(LEAST, half) / (extent > 1e-6 ? extent / 2 : 1);
    }
}
