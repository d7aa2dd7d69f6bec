package org.clpworkbench.ui.chart;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// A line's points in the order of their steps, growing at the end. A value of NaN is a gap.
public final class Series {
    private static final AtomicInteger GENERATIONS = new AtomicInteger();

    private final Places places;
    private double[] values = new double[Room.of(0)];
    private final Blocks blocks = new Blocks();
    private int size;
    private int generation = GENERATIONS.incrementAndGet();
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
        reserve(size + 1);
        blocks.append(size, value);
        values[size++] = value;
        span(value);
    }

    /// Makes room for so many points at once.
    void reserve(int points) {
        if (points > values.length) {
            values = Arrays.copyOf(values, Room.of(points));
        }
    }

    /// How many points lie before a step.
    int before(double step) {
        return places.upTo(Math.nextDown(step), Horizontal.STEPS, size);
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
            generation = GENERATIONS.incrementAndGet();
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            int whole = size / Blocks.SIZE;
            for (int block = 0; block < whole; block++) {
                spanBlock(block);
            }
            for (int i = whole * Blocks.SIZE; i < size; i++) {
                blocks.append(i, values[i]);
                span(values[i]);
            }
        }
    }

    private void spanBlock(int block) {
        // false for the NaN of a block with a gap
        if (Double.isFinite(blocks.low(block)) && Double.isFinite(blocks.high(block))) {
            span(blocks.low(block));
            span(blocks.high(block));
        } else {
            for (int i = block * Blocks.SIZE; i < (block + 1) * Blocks.SIZE; i++) {
                span(values[i]);
            }
        }
    }

    private void span(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
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

    /// Another number whenever points went away, and one that no other line has or had.
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
