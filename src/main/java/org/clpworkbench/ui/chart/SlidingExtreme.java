package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// The highest (sign 1) or lowest (sign -1) of the last values of a window, in constant time for
/// each on the average. Candidates lie in a ring, from the extreme to the newest.
final class SlidingExtreme {
    private final int sign;
    private double[] values = new double[16];
    private int[] places = new int[16];
    private int first;
    private int count;
    private int seen;

    SlidingExtreme(int sign) {
        this.sign = sign;
    }

    double next(double value, int window) {
        int mask = values.length - 1;
        while (count > 0 && sign * values[(first + count - 1) & mask] <= sign * value) {
            count--;
        }
        if (count == values.length) {
            grow();
            mask = values.length - 1;
        }
        int end = (first + count) & mask;
        values[end] = value;
        places[end] = seen++;
        count++;
        while (places[first] <= seen - 1 - window) {
            first = (first + 1) & mask;
            count--;
        }
        return values[first];
    }

    /// Makes room for as many again: the size stays a power of two.
    private void grow() {
        int old = values.length;
        values = Arrays.copyOf(values, 2 * old);
        places = Arrays.copyOf(places, 2 * old);
        // what had gone around to the ring's begin comes behind the rest
        System.arraycopy(values, 0, values, old, first);
        System.arraycopy(places, 0, places, old, first);
    }
}
