package org.clpworkbench.projection;

import org.clpworkbench.compute.Rows;

/// A matrix with a mean taken away from every row.
record CentredRows(Rows rows, double[] mean) implements Rows {
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
        float[] values = rows.read(from, count);
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) (values[at] - mean[at % mean.length]);
        }
        return values;
    }
}
