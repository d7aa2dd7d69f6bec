package org.clpworkbench.ui.chart;

import java.util.List;

/// Walks over the steps at which any of several lines has a value, in their order.
final class StepsOfSeveral {
    private final double[][] steps;
    private final double[][] values;
    private final int[] sizes;
    private final int[] next;
    private final int[] before;
    private final boolean[] present;

    /// Before the first step that is not before `from`.
    StepsOfSeveral(List<Series> lines, double from) {
        int count = lines.size();
        steps = along(lines, Horizontal.STEPS);
        values = values(lines);
        sizes = lines.stream().mapToInt(Series::size).toArray();
        next = lines.stream().mapToInt(line -> line.before(from)).toArray();
        before = new int[count];
        present = new boolean[count];
    }

    /// Of each line its places.
    static double[][] along(List<Series> lines, Horizontal horizontal) {
        return lines.stream().map(line -> line.along(horizontal)).toArray(double[][]::new);
    }

    /// Of each line its values, to be read at the steps that are walked over.
    static double[][] values(List<Series> lines) {
        return lines.stream().map(Series::values).toArray(double[][]::new);
    }

    /// Goes to the next such step.
    ///
    /// @return whether there is one
    boolean next() {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            before[i] = present[i] ? next[i] : -1;
            next[i] += present[i] ? 1 : 0;
            // gaps are passed over
            while (next[i] < sizes[i] && Double.isNaN(values[i][next[i]])) {
                next[i]++;
            }
            if (next[i] < sizes[i]) {
                step = Math.min(step, steps[i][next[i]]);
            }
        }
        for (int i = 0; i < next.length; i++) {
            present[i] = next[i] < sizes[i] && steps[i][next[i]] == step;
        }
        return step < Double.POSITIVE_INFINITY;
    }

    /// The mean of a figure over the lines that have the step gone to.
    ///
    /// @param like of each line walked over a figure at its places
    double mean(double[][] like) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < next.length; i++) {
            if (present[i]) {
                sum += like[i][next[i]];
                count++;
            }
        }
        return sum / count;
    }

    /// What a figure grows by from the step before to the one gone to: the mean over the lines that
    /// have both, so that it goes neither up nor down with a line that ends. NaN where none has.
    double growth(double[][] like) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < next.length; i++) {
            if (present[i] && before[i] >= 0) {
                sum += like[i][next[i]] - like[i][before[i]];
                count++;
            }
        }
        return sum / count;
    }

    /// The smallest figure at the step gone to.
    double least(double[][] like) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            if (present[i]) {
                least = Math.min(least, like[i][next[i]]);
            }
        }
        return least;
    }

    /// The largest figure at the step gone to.
    double most(double[][] like) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            if (present[i]) {
                most = Math.max(most, like[i][next[i]]);
            }
        }
        return most;
    }
}
