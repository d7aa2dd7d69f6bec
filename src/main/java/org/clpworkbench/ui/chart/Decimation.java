package org.clpworkbench.ui.chart;

import java.util.Arrays;

/// Thins a line to what a screen can show: of all points that share a pixel's column only the
/// lowest and the highest are drawn. Gaps stay gaps. It keeps what it has found: while the extent
/// stays, a line that grows costs only its new points.
final class Decimation {
    private double[] x = new double[0];
    private double[] lows = new double[0];
    private double[] highs = new double[0];
    private int size;
    private Extent seen = new Extent(Horizontal.STEPS, Scale.LINEAR, 0, 0, 0);
    private int generation = -1;
    private int columnAt;
    private int columnSize;
    private int end;

    /// The points of the extent (one more on each side, so that the line reaches the edge), at most
    /// about two places a column.
    Points of(Series line, Extent extent) {
        int first = Math.max(0, line.at(extent.from(), extent.horizontal()));
        int last = Math.min(line.size(), line.at(extent.to(), extent.horizontal()) + 2);
        if (last <= first) {
            return Points.NONE;
        }
        boolean known = extent.equals(seen) && generation == line.generation();
        seen = extent;
        generation = line.generation();
        if (last - first <= 2 * extent.columns()) {
            generation = -1;
            size = 0;
            for (int i = first; i < last; i++) {
                add(line.x(i, extent.horizontal()), line.value(i), line.value(i));
            }
            return new Points(x, lows, highs, size, false);
        }
        if (!known || last < end) {
            columnAt = first;
            columnSize = 0;
            end = 0;
        }
        if (last > end) {
            thin(line, extent, last);
        }
        return new Points(x, lows, highs, size, true);
    }

    private void thin(Series line, Extent extent, int last) {
        double[] along = line.along(extent.horizontal());
        double[] values = line.values();
        Blocks blocks = line.blocks();
        size = columnSize;
        end = last;
        int i = columnAt;
        while (i < last) {
            columnAt = i;
            columnSize = size;
            double next = extent.nextColumn(along[i]);
            // of wide columns whole blocks go to one: no point is lost, none moves by half a column
            boolean wide = along[Math.min(i + 2 * Blocks.SIZE, last) - 1] < next;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            boolean gap = false;
            do {
                int block = i / Blocks.SIZE;
                int after = i + Blocks.SIZE;
                if (i % Blocks.SIZE == 0
                        && after <= last
                        && (wide || along[after - 1] < next)
                        && blocks.low(block) <= blocks.high(block)) {
                    low = Math.min(low, blocks.low(block));
                    high = Math.max(high, blocks.high(block));
                    i = after;
                    continue;
                }
                double value = values[i];
                // a comparison with a gap's NaN is never true
                if (value < low) {
                    low = value;
                }
                if (value > high) {
                    high = value;
                }
                gap |= Double.isNaN(value);
                i++;
            } while (i < last && along[i] < next);
            double middle = (along[columnAt] + along[i - 1]) / 2;
            if (low <= high) {
                add(middle, low, high);
            }
            if (gap) {
                add(middle, Double.NaN, Double.NaN);
            }
        }
    }

    private void add(double place, double low, double high) {
        if (size == x.length) {
            int larger = Math.max(64, size * 2);
            x = Arrays.copyOf(x, larger);
            lows = Arrays.copyOf(lows, larger);
            highs = Arrays.copyOf(highs, larger);
        }
        x[size] = place;
        lows[size] = low;
        highs[size++] = high;
    }
}
