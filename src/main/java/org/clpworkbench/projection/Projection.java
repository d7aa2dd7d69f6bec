package org.clpworkbench.projection;

/// A map: where each row of a matrix stands in the plane.
///
/// @param x by row
/// @param y by row
/// @param kept of a row's 10 nearest, the mean share that is among its 10 nearest in the plane (0
///   to 1, over a sample)
/// @param variance the share of all variance that the two axes carry, for PCA; else NaN
public record Projection(float[] x, float[] y, double kept, double variance) {
    public Projection {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "%d horizontal and %d vertical places.".formatted(x.length, y.length));
        }
    }

    /// How many points.
    public int size() {
        return x.length;
    }
}
