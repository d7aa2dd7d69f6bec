package org.clpworkbench.ui.overlap;

/// Two circles whose areas and whose common area are in the ratio of three counts.
///
/// @param left radius of the first circle
/// @param right radius of the second circle
/// @param distance between their centres, in the same unit
record TwoCircles(double left, double right, double distance) {
    private static final int HALVINGS = 60;

    /// Radii √(count/π), and the distance at which the lens has the area `shared`.
    static TwoCircles of(long first, long second, long shared) {
        double left = Math.sqrt(first / Math.PI);
        double right = Math.sqrt(second / Math.PI);
        double near = Math.abs(left - right);
        double far = left + right;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (near + far) / 2;
            if (lens(left, right, middle) > shared) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return new TwoCircles(left, right, far);
    }

    double width() {
        return left + distance + right;
    }

    double height() {
        return 2 * Math.max(left, right);
    }

    /// The area that two circles of radii a and b at distance d have in common.
    static double lens(double a, double b, double d) {
        if (d >= a + b) {
            return 0;
        }
        if (d <= Math.abs(a - b)) {
            return Math.PI * Math.min(a, b) * Math.min(a, b);
        }
        double atA = Math.acos(Math.clamp((d * d + a * a - b * b) / (2 * d * a), -1, 1));
        double atB = Math.acos(Math.clamp((d * d + b * b - a * a) / (2 * d * b), -1, 1));
        return a * a * (atA - Math.sin(2 * atA) / 2) + b * b * (atB - Math.sin(2 * atB) / 2);
    }
}
