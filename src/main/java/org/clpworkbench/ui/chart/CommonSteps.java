package org.clpworkbench.ui.chart;

import java.util.List;

/// Walks over the steps at which all of several lines have a value, from the first on; goes on
/// where it stopped when the lines have grown.
final class CommonSteps {
    @FunctionalInterface
    interface Figure {
        double of(Series line, int index);
    }

    private final List<Series> lines;
    private final int[] next;

    CommonSteps(List<Series> lines) {
        this.lines = lines;
        next = new int[lines.size()];
    }

    /// Goes to the next such step.
    ///
    /// @return whether there is one yet
    boolean next() {
        double wanted = Double.NEGATIVE_INFINITY;
        boolean together = false;
        while (!together) {
            together = true;
            for (int i = 0; i < next.length; i++) {
                Series line = lines.get(i);
                skipTo(wanted, i);
                if (next[i] == line.size()) {
                    return false;
                }
                together &= i == 0 || line.step(next[i]) == wanted;
                wanted = line.step(next[i]);
            }
        }
        for (int i = 0; i < next.length; i++) {
            next[i]++;
        }
        return next.length > 0;
    }

    private void skipTo(double step, int i) {
        Series line = lines.get(i);
        while (next[i] < line.size()
                && (line.step(next[i]) < step || Double.isNaN(line.value(next[i])))) {
            next[i]++;
        }
    }

    /// The mean of a figure at the step gone to.
    ///
    /// @param like one line for each of the lines walked over, with the same places
    double mean(List<Series> like, Figure figure) {
        double sum = 0;
        for (int i = 0; i < next.length; i++) {
            sum += figure.of(like.get(i), next[i] - 1);
        }
        return sum / next.length;
    }

    /// The smallest value at the step gone to.
    double least(List<Series> like) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            least = Math.min(least, like.get(i).value(next[i] - 1));
        }
        return least;
    }

    /// The largest value at the step gone to.
    double most(List<Series> like) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            most = Math.max(most, like.get(i).value(next[i] - 1));
        }
        return most;
    }
}
