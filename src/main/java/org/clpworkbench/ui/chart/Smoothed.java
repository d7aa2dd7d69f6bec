package org.clpworkbench.ui.chart;

/// The moving average of a line, and the lowest and highest value of the average's window. Gaps
/// stay gaps; the average goes on behind them.
final class Smoothed {
    private final Series raw;
    private final Series average;
    private final Series lowest;
    private final Series highest;
    private int window;
    private int generation;
    private double sum;
    private double weight;
    private SlidingExtreme low = new SlidingExtreme(-1);
    private SlidingExtreme high = new SlidingExtreme(1);

    Smoothed(Series raw, Places places, int window) {
        this.raw = raw;
        this.window = window;
        average = new Series(places);
        lowest = new Series(places);
        highest = new Series(places);
    }

    /// @param steps how far the average remembers; 0 for the line itself
    void window(int steps) {
        if (steps != window) {
            window = steps;
            forget();
        }
    }

    int window() {
        return window;
    }

    /// An exponential average divided by the weight that it has gathered: it does not start at 0.
    Series average() {
        forgetWhatIsGone();
        double memory = window <= 1 ? 0 : 1 - 1.0 / window;
        for (int i = average.size(); i < raw.size(); i++) {
            double value = raw.value(i);
            if (Double.isNaN(value)) {
                average.append(value);
                continue;
            }
            sum = memory * sum + (1 - memory) * value;
            weight = memory * weight + (1 - memory);
            average.append(sum / weight);
        }
        return average;
    }

    Series lowest() {
        forgetWhatIsGone();
        extend(lowest, low);
        return lowest;
    }

    Series highest() {
        forgetWhatIsGone();
        extend(highest, high);
        return highest;
    }

    private void extend(Series line, SlidingExtreme extreme) {
        for (int i = line.size(); i < raw.size(); i++) {
            double value = raw.value(i);
            line.append(Double.isNaN(value) ? value : extreme.next(value, Math.max(1, window)));
        }
    }

    private void forgetWhatIsGone() {
        if (generation != raw.generation()) {
            forget();
        }
    }

    private void forget() {
        generation = raw.generation();
        sum = 0;
        weight = 0;
        low = new SlidingExtreme(-1);
        high = new SlidingExtreme(1);
        average.truncate(0);
        lowest.truncate(0);
        highest.truncate(0);
    }
}
