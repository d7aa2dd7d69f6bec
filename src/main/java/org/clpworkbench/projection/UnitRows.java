package org.clpworkbench.projection;

import org.clpworkbench.compute.Rows;
import org.clpworkbench.compute.UnitLength;

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
        return UnitLength.of(rows.read(from, count), width());
    }
}
