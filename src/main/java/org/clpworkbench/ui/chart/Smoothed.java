package org.clpworkbench.ui.chart;

/// The moving average of a line, and the lowest and highest value of the average's window. Gaps
/// stay gaps; the average goes on behind them.
final class Smoothed {
    private final Series raw;
    private final int window;
    private final Series average;
    private final Series lowest;
    private final Series highest;
    private int generation;
    private double sum;
    private double weight;
    private SlidingExtreme low = new SlidingExtreme(-1);
    private SlidingExtreme high = new SlidingExtreme(1);

    /// @param window how many steps the average remembers; 0 for the line itself
    Smoothed(Series raw, Places places, int window) {
        this.raw = raw;
        this.window = window;
        generation = raw.generation();
        average = new Series(places);
        lowest = new Series(places);
        highest = new Series(places);
    }

    int window() {
        return window;
    }

    /// An exponential average divided by the weight that it has gathered: it does not start at 0.
    Series average() {
        forgetWhatIsGone();
        average(raw.values(), raw.size());
        return average;
    }

    Series lowest() {
        forgetWhatIsGone();
        extend(lowest, low, raw.values(), raw.size());
        return lowest;
    }

    Series highest() {
        forgetWhatIsGone();
        extend(highest, high, raw.values(), raw.size());
        return highest;
    }

    /// Computes what the line's first values give, on a thread beside that on which it grows,
    /// before anything is asked for.
    ///
    /// @param values of the line, as its array was when this was made
    void prepare(double[] values, int size, boolean band) {
        average(values, size);
        if (band) {
            extend(lowest, low, values, size);
            extend(highest, high, values, size);
        }
    }

    /// Whether no point of the line went away since the last look at it.
    boolean holds() {
        return generation == raw.generation();
    }

    /// How many values have to be computed before the average can be shown.
    ///
    /// @param band with the lowest and highest
    long missing(boolean band) {
        long edges = 2L * raw.size() - lowest.size() - highest.size();
        return raw.size() - average.size() + (band ? edges : 0);
    }

    private void average(double[] values, int size) {
        average.reserve(size);
        double memory = window <= 1 ? 0 : 1 - 1.0 / window;
        for (int i = average.size(); i < size; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                average.append(value);
                continue;
            }
            sum = memory * sum + (1 - memory) * value;
            weight = memory * weight + (1 - memory);
            average.append(sum / weight);
        }
    }

    private void extend(Series line, SlidingExtreme extreme, double[] values, int size) {
        line.reserve(size);
        int last = Math.max(1, window);
        for (int i = line.size(); i < size; i++) {
            double value = values[i];
            line.append(Double.isNaN(value) ? value : extreme.next(value, last));
        }
    }

    private void forgetWhatIsGone() {
        if (!holds()) {
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
}
