package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// Thins a line to what a screen can show: of all points that share a pixel's column only the
/// lowest and the highest are drawn, in the order in which they came. Gaps stay gaps.
final class Decimation {
    private Decimation() {}

    /// The points between `from` and `to` (one more on each side, so that the line reaches the
    /// edge), at most about three a column.
    static Points of(Series line, Horizontal horizontal, double from, double to, int columns) {
        int first = Math.max(0, line.at(from, horizontal));
        int last = Math.min(line.size(), line.at(to, horizontal) + 2);
        int count = last - first;
        if (count <= 0) {
            return Points.NONE;
        }
        var thinned = new Thinned(line, horizontal, Math.min(count, 3 * columns + 8));
        if (count <= 2 * columns) {
            for (int i = first; i < last; i++) {
                thinned.add(i);
            }
            return thinned.points();
        }
        double width = (to - from) / columns;
        int i = first;
        while (i < last) {
            long column = column(line.x(i, horizontal), from, width);
            int low = i;
            int high = i;
            int gap = -1;
            for (; i < last && column(line.x(i, horizontal), from, width) == column; i++) {
                double value = line.value(i);
                if (Double.isNaN(value)) {
                    gap = i;
                } else {
                    low = !(line.value(low) <= value) ? i : low;
                    high = !(line.value(high) >= value) ? i : high;
                }
            }
            thinned.add(Math.min(low, high));
            if (low != high) {
                thinned.add(Math.max(low, high));
            }
            if (gap >= 0) {
                thinned.add(gap);
            }
        }
        return thinned.points();
    }

    private static long column(double x, double from, double width) {
        return (long) Math.floor((x - from) / width);
    }

    private static final class Thinned {
        private final Series line;
        private final Horizontal horizontal;
        private double[] x;
        private double[] y;
        private int size;

        Thinned(Series line, Horizontal horizontal, int capacity) {
            this.line = line;
            this.horizontal = horizontal;
            this.x = new double[capacity];
            this.y = new double[capacity];
        }

        void add(int index) {
            if (size == x.length) {
                x = Arrays.copyOf(x, size * 2);
                y = Arrays.copyOf(y, size * 2);
            }
            x[size] = line.x(index, horizontal);
            y[size++] = line.value(index);
        }

        Points points() {
            return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
        }
    }
}
