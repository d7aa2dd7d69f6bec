package org.clpworkbench.ui.graph;

/// Where a token stands; a layout fills about a circle of radius 1 around the origin.
public record Place(double x, double y) {
    Place plus(double dx, double dy) {
        return new Place(x + dx, y + dy);
    }
}
