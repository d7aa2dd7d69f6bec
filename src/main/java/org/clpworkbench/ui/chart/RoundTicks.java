package org.clpworkbench.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round values for the ticks of logarithmic axes, where the powers of ten alone would often leave
/// one tick or none.
final class RoundTicks {
    private static final double[] DENSE = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9};
    private static final double[] SPARSE = {1, 2, 5};
    private static final double[] FINE_STEPS = {
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10
    };

    private RoundTicks() {}

    /// Between three and about a dozen round values from `low` to `high`, both above 0.
    static List<Double> between(double low, double high) {
        if (high / low < 2) {
            for (double step : FINE_STEPS) {
                if ((high - low) / step <= 8) {
                    return multiples(low, high, step);
                }
            }
        }
        return powers(low, high, high / low < 30 ? DENSE : SPARSE);
    }

    /// Round values from `low`, which may be 0, to `high`, those first that should stay where there
    /// is little room.
    static List<Double> fromZero(double low, double high) {
        var ranked = new ArrayList<Double>();
        if (low <= 0) {
            ranked.add(0.0);
        }
        double above = Math.max(low, high / 1e9);
        ranked.addAll(powers(above, high, new double[] {1}));
        ranked.addAll(powers(above, high, new double[] {2, 5}));
        if (ranked.size() < 4) {
            double step = Math.pow(10, Math.floor(Math.log10((high - above) / 2)));
            ranked.addAll(multiples(above, high, step));
        }
        return ranked;
    }

    private static List<Double> powers(double low, double high, double[] mantissas) {
        var values = new ArrayList<Double>();
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double mantissa : mantissas) {
                double value = mantissa * power;
                if (value >= low && value <= high) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static List<Double> multiples(double low, double high, double step) {
        var values = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            values.add(i * step);
        }
        return values;
    }

    static String words(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", (float) value);
    }
}
