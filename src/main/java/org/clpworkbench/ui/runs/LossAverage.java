package org.clpworkbench.ui.runs;

import org.clpworkbench.training.RunEvent;

/// The moving average of a run's training loss, as the chart draws it at first: exponential over
/// about twenty steps, divided by the weight that it has gathered. One step's loss says more of its
/// batch than of the run.
final class LossAverage {
    private static final double MEMORY = 1 - 1.0 / 20;

    private double sum;
    private double weight;
    private int step;

    void add(RunEvent event) {
        switch (event) {
            case RunEvent.Step done -> {
                step = done.step();
                sum = MEMORY * sum + (1 - MEMORY) * done.loss();
                weight = MEMORY * weight + (1 - MEMORY);
            }
            case RunEvent.Started again -> {
                // steps that are done again are not counted twice
                if (again.step() < step) {
                    sum = 0;
                    weight = 0;
                }
            }
            case RunEvent.Evaluated _,
                    RunEvent.Sample _,
                    RunEvent.Checkpointed _,
                    RunEvent.Paused _,
                    RunEvent.Ended _ -> {}
        }
    }

    /// In nats per token; NaN before the first step.
    double value() {
        return sum / weight;
    }
}
