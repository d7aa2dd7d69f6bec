package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Numbers;

/// What a step tells, in words; a dash where it tells nothing.
final class FigureWords {
    private FigureWords() {}

    static String loss(double loss) {
        return Numbers.decimal(loss, 3);
    }

    /// Three digits of a number that may be very small.
    static String rate(double rate) {
        int size = rate > 0 ? (int) Math.floor(Math.log10(rate)) : 0;
        return Numbers.decimal(rate, Math.clamp(2 - size, 0, 9));
    }

    static String norm(double norm) {
        return Numbers.significant(norm);
    }

    static String speed(double speed) {
        return Double.isNaN(speed) ? "–" : Numbers.whole(Math.round(speed));
    }
}
