package org.clpworkbench.transfer;

/// Rows scaled to length 1 in F64; a row of length 0 stays so.
final class UnitRows {
    private UnitRows() {}

    static double[] of(float[] rows, int width) {
        double[] unit = new double[rows.length];
        for (int at = 0; at < rows.length; at += width) {
            double squares = 0;
            for (int column = at; column < at + width; column++) {
                squares += (double) rows[column] * rows[column];
            }
            double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
            for (int column = at; column < at + width; column++) {
                unit[column] = scale * rows[column];
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
