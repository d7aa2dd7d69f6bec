package org.clpworkbench.ui.chart;

import org.clpworkbench.training.RunEvent;

import java.util.List;

/// One run's lines, built from its events: the raw training loss, its moving average, the
/// validation loss, and where checkpoints were written.
public final class Curve {
    /// Weight of the past in the moving average: about the last twenty steps.
    private static final double MEMORY = 0.95;

    private final Series raw = new Series();
    private final Series smooth = new Series();
    private final Series validation = new Series();
    private final Series checkpoints = new Series();
    private ChartRun run;
    private int plannedSteps;
    private double average;
    private double weight;

    Curve(ChartRun run) {
        this.run = run;
    }

    void accept(List<RunEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> start(started);
            case RunEvent.Step step -> {
                raw.add(step.step(), step.tokens(), step.loss());
                extendAverage(step.step(), step.tokens(), step.loss());
            }
            case RunEvent.Evaluated evaluated ->
                    validation.add(evaluated.step(), evaluated.tokens(), evaluated.loss());
            case RunEvent.Checkpointed checkpoint -> mark(checkpoint.step());
            case RunEvent.Paused _ -> breakLines();
            case RunEvent.Sample _, RunEvent.Ended _ -> {}
        }
    }

    private void start(RunEvent.Started started) {
        plannedSteps = started.steps();
        List.of(raw, validation, checkpoints).forEach(s -> s.truncateAfter(started.step()));
        smooth.clear();
        average = 0;
        weight = 0;
        for (int i = 0; i < raw.size(); i++) {
            if (Double.isNaN(raw.value(i))) {
                smooth.gap();
            } else {
                extendAverage(raw.step(i), raw.tokens(i), raw.value(i));
            }
        }
        breakLines();
    }

    private void breakLines() {
        raw.gap();
        smooth.gap();
    }

    /// An exponential average divided by the weight it has gathered, so that it does not start at
    /// 0.
    private void extendAverage(double step, double tokens, double loss) {
        if (Double.isNaN(loss)) {
            return;
        }
        average = MEMORY * average + (1 - MEMORY) * loss;
        weight = MEMORY * weight + (1 - MEMORY);
        smooth.add(step, tokens, average / weight);
    }

    private void mark(int step) {
        int at = smooth.at(step, Horizontal.STEPS);
        if (at >= 0) {
            checkpoints.add(smooth.step(at), smooth.tokens(at), smooth.value(at));
        }
    }

    void rename(ChartRun other) {
        run = other;
    }

    public ChartRun run() {
        return run;
    }

    public Series raw() {
        return raw;
    }

    public Series smooth() {
        return smooth;
    }

    public Series validation() {
        return validation;
    }

    public Series checkpoints() {
        return checkpoints;
    }

    /// The line whose end stands for the run: validation where there is one, else training.
    Series leading() {
        return validation.size() > 0 ? validation : smooth;
    }

    /// The right end of the axis that this run needs.
    double extent(Horizontal horizontal) {
        Series longest = raw.size() > 0 ? raw : validation;
        if (longest.size() == 0) {
            return 0;
        }
        int last = longest.size() - 1;
        double steps = longest.step(last);
        double planned = Math.max(plannedSteps, steps);
        if (horizontal == Horizontal.STEPS) {
            return planned;
        }
        return steps > 0 ? longest.tokens(last) * planned / steps : longest.tokens(last);
    }
}
