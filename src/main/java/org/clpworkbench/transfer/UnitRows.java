package org.clpworkbench.transfer;

/// Rows scaled to length 1 in F64; a row of length 0 stays so.
final class UnitRows {
    private UnitRows() {}

    /// Of `rows` − `centre`; rows × centre.length, row-major.
    static double[] of(float[] rows, double[] centre) {
        int width = centre.length;
        double[] unit = new double[rows.length];
        for (int at = 0; at < rows.length; at += width) {
            double squares = 0;
            for (int column = 0; column < width; column++) {
                double value = rows[at + column] - centre[column];
                unit[at + column] = value;
                squares += value * value;
            }
            double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
            for (int column = 0; column < width; column++) {
                unit[at + column] *= scale;
            }
        }
        return unit;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int at = 0; at < values.length; at++) {
            floats[at] = (float) values[at];
        }
        return floats;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            doubles[at] = values[at];
        }
        return doubles;
    }
}
