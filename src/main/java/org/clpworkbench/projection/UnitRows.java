package org.clpworkbench.projection;

import org.clpworkbench.compute.Rows;

/// A matrix with every row scaled to length 1; a row of length 0 stays so.
record UnitRows(Rows rows) implements Rows {
    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public float[] read(int from, int count) {
        int width = width();
        float[] values = rows.read(from, count);
        for (int begin = 0; begin < values.length; begin += width) {
            double squares = 0;
            for (int at = begin; at < begin + width; at++) {
                squares += (double) values[at] * values[at];
            }
            double scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
            for (int at = begin; at < begin + width; at++) {
                values[at] = (float) (values[at] * scale);
            }
        }
        return values;
    }
}
