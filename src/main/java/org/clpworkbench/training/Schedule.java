package org.clpworkbench.training;

import org.clpworkbench.training.TrainingSpec.Optimisation;

/// The learning rate of each step: a linear warm-up, then a cosine down to a share of the peak.
public record Schedule(Optimisation optimisation, int steps) {
    /// @param step counted from 1
    public double rate(int step) {
        double peak = optimisation.learningRate();
        int warmup = optimisation.warmupSteps();
        if (step <= warmup) {
            return peak * step / warmup;
        }
        double progress = Math.min(1, (double) (step - warmup) / Math.max(1, steps - warmup));
        double floor = peak * optimisation.finalShare();
        return floor + (peak - floor) * 0.5 * (1 + Math.cos(Math.PI * progress));
    }
}
