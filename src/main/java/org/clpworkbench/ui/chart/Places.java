package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// Where points lie along the horizontal axis, counted in each of its three ways. Lines that have a
/// point for the same steps share them.
final class Places {
    private double[] steps = new double[Room.of(0)];
    private double[] tokens = new double[Room.of(0)];
    private double[] seconds = new double[Room.of(0)];
    private int size;

    void add(double step, double token, double second) {
        reserve(size + 1);
        steps[size] = step;
        tokens[size] = token;
        seconds[size++] = second;
    }

    /// Makes room for so many places at once.
    void reserve(int places) {
        if (places > steps.length) {
            int larger = Room.of(places);
            steps = Arrays.copyOf(steps, larger);
            tokens = Arrays.copyOf(tokens, larger);
            seconds = Arrays.copyOf(seconds, larger);
        }
    }

    /// The last place once more, for a gap in the lines.
    void repeat() {
        add(steps[size - 1], tokens[size - 1], seconds[size - 1]);
    }

    int size() {
        return size;
    }

    void truncate(int newSize) {
        size = newSize;
    }

    /// How many places lie at or before `x`.
    int upTo(double x, Horizontal horizontal, int count) {
        double[] along = along(horizontal);
        int from = 0;
        int to = count - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (along[middle] <= x) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }

    /// All places counted in one way; what lies beyond the size is of no meaning.
    double[] along(Horizontal horizontal) {
        return switch (horizontal) {
            case STEPS -> steps;
            case TOKENS -> tokens;
            case TIME -> seconds;
        };
    }
}
