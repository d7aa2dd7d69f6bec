package org.clpworkbench.training;

/// Notices that a loss has become no number, or climbs and does not come back.
final class Divergence {
    /// Weight of a step in the moving average: it looks back some fifty steps.
    private static final double WEIGHT = 0.04;

    private static final double LEAST_CLIMB = 3;

    private double average = Double.NaN;
    private double lowest = Double.POSITIVE_INFINITY;

    /// Takes in the loss of a step and the norm of its gradient.
    ///
    /// @return whether the run is beyond saving: no number, or an average of more than twice its
    ///   lowest and three nats above it
    boolean after(double loss, double gradientNorm) {
        if (!Double.isFinite(loss) || !Double.isFinite(gradientNorm)) {
            return true;
        }
        average = Double.isNaN(average) ? loss : average + WEIGHT * (loss - average);
        lowest = Math.min(lowest, average);
        return average > 2 * lowest && average > lowest + LEAST_CLIMB;
    }
}
