package org.clpworkbench.ui.chart;

/// How a value becomes a place on an axis. The axes themselves are linear in these places, so that
/// zooming and moving are the same on every scale.
///
/// @param unit what the axis counts in: 60 for minutes of seconds
/// @param first of a logarithmic scale that has a 0, the value from which it is nearly logarithmic
record Scale(Kind kind, double unit, double first) {
    enum Kind {
        LINEAR,
        /// Of values above 0.
        LOG,
        /// The logarithm of 1 + value / first: 0 has a place, at the left end.
        LOG_FROM_ZERO
    }

    static final Scale LINEAR = linear(1);
    static final Scale LOG = new Scale(Kind.LOG, 1, 1);

    static Scale linear(double unit) {
        return new Scale(Kind.LINEAR, unit, 1);
    }

    static Scale fromZero(double unit, double first) {
        return new Scale(Kind.LOG_FROM_ZERO, unit, first);
    }

    double place(double value) {
        return switch (kind) {
            case LINEAR -> value / unit;
            case LOG -> Math.log10(Math.max(value, Double.MIN_NORMAL));
            case LOG_FROM_ZERO -> Math.log10(1 + Math.max(0, value) / first);
        };
    }

    double value(double place) {
        return switch (kind) {
            case LINEAR -> place * unit;
            case LOG -> Math.pow(10, place);
            case LOG_FROM_ZERO -> first * (Math.pow(10, place) - 1);
        };
    }
}
