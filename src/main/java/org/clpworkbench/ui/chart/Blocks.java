package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// The lowest and the highest of every 32 values of a line, so that a wide view of a long line need
/// not look at each of them.
final class Blocks {
    static final int SIZE = 32;

    private double[] lows = new double[4];
    private double[] highs = new double[4];

    void append(int index, double value) {
        int block = index / SIZE;
        if (block == lows.length) {
            lows = Arrays.copyOf(lows, 2 * block);
            highs = Arrays.copyOf(highs, 2 * block);
        }
        boolean first = index % SIZE == 0;
        // NaN stays: what holds a gap has to be looked at
        lows[block] = first ? value : Math.min(lows[block], value);
        highs[block] = first ? value : Math.max(highs[block], value);
    }

    /// NaN where the block holds a gap.
    double low(int block) {
        return lows[block];
    }

    double high(int block) {
        return highs[block];
    }
}
