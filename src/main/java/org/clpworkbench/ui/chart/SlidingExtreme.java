package org.clpworkbench.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/// The highest (sign 1) or lowest (sign -1) of the last values of a window, in constant time for
/// each on the average.
final class SlidingExtreme {
    private record Candidate(long index, double value) {}

    private final int sign;
    private final Deque<Candidate> candidates = new ArrayDeque<>();
    private long seen;

    SlidingExtreme(int sign) {
        this.sign = sign;
    }

    double next(double value, int window) {
        while (!candidates.isEmpty() && sign * candidates.getLast().value() <= sign * value) {
            candidates.removeLast();
        }
        candidates.addLast(new Candidate(seen++, value));
        while (candidates.getFirst().index() <= seen - 1 - window) {
            candidates.removeFirst();
        }
        return candidates.getFirst().value();
    }
}
