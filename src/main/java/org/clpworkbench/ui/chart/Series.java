package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// A line's points in the order of their steps, growing at the end. A value of NaN is a gap.
public final class Series {
    private final Places places;
    private double[] values = new double[64];
    private final Blocks blocks = new Blocks();
    private int size;
    private int generation;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Series() {
        this(new Places());
    }

    /// A line over places that others have too, which are added before its values.
    Series(Places shared) {
        places = shared;
    }

    /// Adds a point to a line that has its places for itself.
    void add(double step, double tokens, double seconds, double value) {
        places.add(step, tokens, seconds);
        append(value);
    }

    void append(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        blocks.append(size, value);
        values[size++] = value;
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /// Forgets what lies after a step: a resumed run goes that way anew.
    void truncateAfter(double step) {
        int kept = places.upTo(step, Horizontal.STEPS, size);
        places.truncate(kept);
        truncate(kept);
    }

    void truncate(int newSize) {
        if (newSize < size) {
            size = newSize;
            generation++;
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                if (Double.isFinite(values[i])) {
                    low = Math.min(low, values[i]);
                    high = Math.max(high, values[i]);
                }
                blocks.append(i, values[i]);
            }
        }
    }

    public int size() {
        return size;
    }

    public double step(int index) {
        return places.along(Horizontal.STEPS)[index];
    }

    public double tokens(int index) {
        return places.along(Horizontal.TOKENS)[index];
    }

    /// Seconds of training, pauses left out.
    public double seconds(int index) {
        return places.along(Horizontal.TIME)[index];
    }

    public double value(int index) {
        return values[index];
    }

    /// The smallest value; infinite when there is none.
    double low() {
        return low;
    }

    /// The largest value; negative and infinite when there is none.
    double high() {
        return high;
    }

    /// Another number whenever points went away.
    int generation() {
        return generation;
    }

    double x(int index, Horizontal horizontal) {
        return places.along(horizontal)[index];
    }

    double[] along(Horizontal horizontal) {
        return places.along(horizontal);
    }

    double[] values() {
        return values;
    }

    Blocks blocks() {
        return blocks;
    }

    /// Index of the last point at or before `x`, gaps passed over; -1 when there is none.
    int at(double x, Horizontal horizontal) {
        int found = places.upTo(x, horizontal, size) - 1;
        while (found >= 0 && Double.isNaN(values[found])) {
            found--;
        }
        return found;
    }
}
