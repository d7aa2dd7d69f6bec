package org.clpworkbench.ui.map;

/// Which part of the plane is in view.
///
/// @param centreX of the plane, in the middle of the view
/// @param centreY of the plane, in the middle of the view; it grows upwards there, downwards on the
///   screen
/// @param scale pixels for each unit of the plane
/// @param width of the view in pixels
/// @param height of the view in pixels
record Viewport(double centreX, double centreY, double scale, double width, double height) {
    private static final double MARGIN = 0.92;
    private static final double MOST_ZOOM = 1e6;

    /// Further off, the points would be a dot that is not found again.
    private static final double LEAST_ZOOM = 0.25;

    /// All points, with a margin around them.
    static Viewport of(float[] x, float[] y, double width, double height) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int point = 0; point < x.length; point++) {
            left = Math.min(left, x[point]);
            right = Math.max(right, x[point]);
            low = Math.min(low, y[point]);
            high = Math.max(high, y[point]);
        }
        if (x.length == 0 || width <= 0 || height <= 0) {
            return new Viewport(0, 0, 1, width, height);
        }
        double across = Math.max(right - left, 1e-9);
        double up = Math.max(high - low, 1e-9);
        double scale = MARGIN * Math.min(width / across, height / up);
        return new Viewport((left + right) / 2, (low + high) / 2, scale, width, height);
    }

    double toX(double x) {
        return (x - centreX) * scale + width / 2;
    }

    double toY(double y) {
        return (centreY - y) * scale + height / 2;
    }

    /// Nearer (a factor above 1) or further, the plane's place under (px, py) staying there.
    ///
    /// @param all what all points are seen in
    Viewport zoomed(double factor, double px, double py, Viewport all) {
        double next = Math.clamp(scale * factor, LEAST_ZOOM * all.scale, MOST_ZOOM * all.scale);
        double x = (px - width / 2) / scale + centreX;
        double y = centreY - (py - height / 2) / scale;
        return new Viewport(
                x - (px - width / 2) / next, y + (py - height / 2) / next, next, width, height);
    }

    /// Dragged by so many pixels.
    Viewport moved(double dx, double dy) {
        return new Viewport(centreX - dx / scale, centreY + dy / scale, scale, width, height);
    }

    Viewport centred(double x, double y) {
        return new Viewport(x, y, scale, width, height);
    }

    Viewport sized(double wide, double high) {
        return new Viewport(centreX, centreY, scale, wide, high);
    }

    /// The same part of the plane on a screen with `times` as many pixels a side.
    Viewport finer(double times) {
        return new Viewport(centreX, centreY, scale * times, width * times, height * times);
    }

    boolean shows(double x, double y) {
        double px = toX(x);
        double py = toY(y);
        return px >= 0 && py >= 0 && px < width && py < height;
    }
}
