package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// A line's points in the order of their steps, growing at the end. A value of NaN is a gap.
public final class Series {
    private double[] steps = new double[64];
    private double[] tokens = new double[64];
    private double[] values = new double[64];
    private int size;

    void add(double step, double token, double value) {
        if (size == values.length) {
            int larger = size * 2;
            steps = Arrays.copyOf(steps, larger);
            tokens = Arrays.copyOf(tokens, larger);
            values = Arrays.copyOf(values, larger);
        }
        steps[size] = step;
        tokens[size] = token;
        values[size++] = value;
    }

    /// Breaks the line after its last point.
    void gap() {
        if (size > 0 && !Double.isNaN(values[size - 1])) {
            add(steps[size - 1], tokens[size - 1], Double.NaN);
        }
    }

    /// Forgets what lies after a step: a resumed run goes that way anew.
    void truncateAfter(double step) {
        while (size > 0 && steps[size - 1] > step) {
            size--;
        }
    }

    void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public double step(int index) {
        return steps[index];
    }

    public double tokens(int index) {
        return tokens[index];
    }

    public double value(int index) {
        return values[index];
    }

    double x(int index, Horizontal horizontal) {
        return horizontal == Horizontal.STEPS ? steps[index] : tokens[index];
    }

    /// Index of the last point at or before `x`, gaps passed over; -1 when there is none.
    int at(double x, Horizontal horizontal) {
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (x(middle, horizontal) <= x) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        while (to >= 0 && Double.isNaN(values[to])) {
            to--;
        }
        return to;
    }
}
