package org.clpworkbench.projection;

/// The places of points in the plane while they are being moved.
///
/// @param x by point
/// @param y by point
record Plane(double[] x, double[] y) {
    /// The first two of each point's scores, stretched by one factor.
    static Plane ofScores(float[] scores, int width, double factor) {
        int points = scores.length / width;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int point = 0; point < points; point++) {
            x[point] = factor * scores[point * width];
            y[point] = width > 1 ? factor * scores[point * width + 1] : 0;
        }
        return new Plane(x, y);
    }

    int points() {
        return x.length;
    }

    float[] horizontal() {
        return floats(x);
    }

    float[] vertical() {
        return floats(y);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            floats[at] = (float) values[at];
        }
        return floats;
    }
}
