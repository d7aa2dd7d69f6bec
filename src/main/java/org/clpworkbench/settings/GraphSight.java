package org.clpworkbench.settings;

import java.util.stream.DoubleStream;

/// The part of the graph's plane that somebody zoomed or moved to.
///
/// @param left of all that stood on the plane, as are the next three, in the plane's units
/// @param zoom 1 for all of it
/// @param panX by how many pixels it was moved
public record GraphSight(
        double left,
        double top,
        double width,
        double height,
        double zoom,
        double panX,
        double panY) {
    public GraphSight {
        boolean finite =
                DoubleStream.of(left, top, width, height, zoom, panX, panY)
                        .allMatch(Double::isFinite);
        if (!finite || width < 0 || height < 0 || zoom <= 0) {
            throw new IllegalArgumentException(
                    "Nothing is seen of %s × %s at zoom %s.".formatted(width, height, zoom));
        }
    }
}
