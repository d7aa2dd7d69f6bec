package org.clpworkbench.compute;

/// Rows scaled to length 1.
public final class UnitLength {
    private UnitLength() {}

    /// Scales `rows` in place, row-major; a row of length 0 stays so.
    public static float[] of(float[] rows, int width) {
        for (int from = 0; from < rows.length; from += width) {
            double squares = 0;
            for (int at = from; at < from + width; at++) {
                squares += (double) rows[at] * rows[at];
            }
            double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
            for (int at = from; at < from + width; at++) {
                rows[at] = (float) (rows[at] * scale);
            }
        }
        return rows;
    }
}
