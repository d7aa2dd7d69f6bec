package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Numbers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

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
    ///
    /// @param first below which only 0 has a tick, because nothing was measured there
    static List<Double> fromZero(double low, double high, double first) {
        var ranked = new ArrayList<Double>();
        if (low <= 0) {
            ranked.add(0.0);
        }
        double above = Math.max(low, 0.6 * first);
        if (above >= high) {
            return ranked;
        }
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

    /// In the window's language, with as many decimals as the value has.
    static String words(double value) {
        return Numbers.decimal(value, decimals(value));
    }

    /// How many decimals a round value has.
    static int decimals(double value) {
        // a float's digits, without the noise that a sum of doubles has in its last ones
        return Math.max(
                0, new BigDecimal(Float.toString((float) value)).stripTrailingZeros().scale());
    }
}
