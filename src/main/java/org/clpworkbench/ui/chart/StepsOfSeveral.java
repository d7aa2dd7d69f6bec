package org.clpworkbench.ui.chart;

import java.util.List;

/// Walks over the steps at which any of several lines has a value, from the first on.
final class StepsOfSeveral {
    @FunctionalInterface
    interface Figure {
        double of(Series line, int index);
    }

    private final List<Series> lines;
    private final int[] next;
    private final boolean[] present;

    StepsOfSeveral(List<Series> lines) {
        this.lines = lines;
        next = new int[lines.size()];
        present = new boolean[lines.size()];
    }

    /// Goes to the next such step.
    ///
    /// @return whether there is one
    boolean next() {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            next[i] += present[i] ? 1 : 0;
            passOverGaps(i);
            if (next[i] < lines.get(i).size()) {
                step = Math.min(step, lines.get(i).step(next[i]));
            }
        }
        for (int i = 0; i < next.length; i++) {
            Series line = lines.get(i);
            present[i] = next[i] < line.size() && line.step(next[i]) == step;
        }
        return step < Double.POSITIVE_INFINITY;
    }

    private void passOverGaps(int i) {
        Series line = lines.get(i);
        while (next[i] < line.size() && Double.isNaN(line.value(next[i]))) {
            next[i]++;
        }
    }

    /// The mean of a figure over the lines that have the step gone to.
    ///
    /// @param like one line for each of the lines walked over, with the same places
    double mean(List<Series> like, Figure figure) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < next.length; i++) {
            if (present[i]) {
                sum += figure.of(like.get(i), next[i]);
                count++;
            }
        }
        return sum / count;
    }

    /// The smallest value at the step gone to.
    double least(List<Series> like) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            least = present[i] ? Math.min(least, like.get(i).value(next[i])) : least;
        }
        return least;
    }

    /// The largest value at the step gone to.
    double most(List<Series> like) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            most = present[i] ? Math.max(most, like.get(i).value(next[i])) : most;
        }
        return most;
    }
}
