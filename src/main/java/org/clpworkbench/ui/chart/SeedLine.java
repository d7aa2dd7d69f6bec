package org.clpworkbench.ui.chart;

/// One of the runs behind a mean, thin and in the mean's looks, while these are shown one by one.
final class SeedLine implements Curve {
    private final RunCurve one;
    private final SeedMean mean;

    SeedLine(RunCurve one, SeedMean mean) {
        this.one = one;
        this.mean = mean;
    }

    @Override
    public ChartRun run() {
        ChartRun named = one.run();
        return new ChartRun(named.id(), named.label(), mean.run().colour(), named.group());
    }

    /// As of the mean, so that those of the baseline look like it.
    @Override
    public boolean holds(String id) {
        return mean.holds(id);
    }

    @Override
    public boolean thin() {
        return true;
    }

    @Override
    public Series raw() {
        return one.raw();
    }

    @Override
    public Series smooth() {
        return one.smooth();
    }

    @Override
    public Series lowest() {
        return one.lowest();
    }

    @Override
    public Series highest() {
        return one.highest();
    }

    @Override
    public Series validation() {
        return one.validation();
    }

    @Override
    public Series checkpoints() {
        return one.checkpoints();
    }

    @Override
    public Series learningRate() {
        return one.learningRate();
    }

    @Override
    public Series gradientNorm() {
        return one.gradientNorm();
    }

    @Override
    public Series speed() {
        return one.speed();
    }

    @Override
    public int plannedSteps() {
        return one.plannedSteps();
    }
}
