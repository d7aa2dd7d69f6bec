package org.clpworkbench.training;

import java.util.ArrayDeque;
import java.util.Deque;

/// Notices that a loss has become no number, or climbs and does not come back. Single steps of any
/// loss are no sign of it: a few rows of enormous norm, as the published weights can make them,
/// cost hundreds of nats whenever one of them is met.
final class Divergence {
    /// Steps whose median is looked at.
    private static final int WINDOW = 51;

    /// Steps after which a median is taken for what the run began with.
    private static final int BEGINNING = 9;

    private static final double LEAST_CLIMB = 3;

    private final Deque<Double> recent = new ArrayDeque<>();
    private double lowest = Double.POSITIVE_INFINITY;

    /// Takes in the loss of a step and the norm of its gradient.
    ///
    /// @return whether the run is beyond saving: no number, or a median of more than twice its
    ///   lowest and three nats above it
    boolean after(double loss, double gradientNorm) {
        if (!Double.isFinite(loss) || !Double.isFinite(gradientNorm)) {
            return true;
        }
        recent.addLast(loss);
        if (recent.size() < BEGINNING) {
            return false;
        }
        double median = median();
        lowest = Math.min(lowest, median);
        if (recent.size() < WINDOW) {
            return false;
        }
        recent.removeFirst();
        return median > 2 * lowest && median > lowest + LEAST_CLIMB;
    }

    private double median() {
        double[] sorted = recent.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
