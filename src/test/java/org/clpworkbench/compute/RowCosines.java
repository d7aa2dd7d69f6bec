package org.clpworkbench.compute;

/// The cosine by its definition, for tests to compare with.
public final class RowCosines {
    private RowCosines() {}

    /// Of rows `a` and `b` of a row-major matrix, in F64.
    public static double of(float[] matrix, int width, int a, int b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int at = 0; at < width; at++) {
            double x = matrix[a * width + at];
            double y = matrix[b * width + at];
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(aa * bb);
    }
}
