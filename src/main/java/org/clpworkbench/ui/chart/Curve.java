package org.clpworkbench.ui.chart;

import org.clpworkbench.training.RunEvent;

import java.util.List;

/// One run's lines, built from its events: the raw training loss and its moving average, what else
/// a step tells, the validation loss, and where checkpoints were written.
public final class Curve {
    private final Places places = new Places();
    private final Series raw = new Series(places);
    private final Series learningRate = new Series(places);
    private final Series gradientNorm = new Series(places);
    private final Series speed = new Series(places);
    private final List<Series> stepwise = List.of(raw, learningRate, gradientNorm, speed);
    private final Smoothed smoothed;
    private final Series validation = new Series();
    private final Series checkpoints = new Series();
    private final TrainingClock clock = new TrainingClock();
    private ChartRun run;
    private int plannedSteps;

    Curve(ChartRun run, int window) {
        this.run = run;
        this.smoothed = new Smoothed(raw, places, window);
    }

    void accept(List<RunEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> start(started);
            case RunEvent.Step step -> {
                places.add(step.step(), step.tokens(), clock.at(step.time()));
                raw.append(step.loss());
                learningRate.append(step.learningRate());
                gradientNorm.append(step.gradientNorm());
                speed.append(step.tokensPerSecond());
            }
            case RunEvent.Evaluated evaluated ->
                    validation.add(
                            evaluated.step(),
                            evaluated.tokens(),
                            clock.at(evaluated.time()),
                            evaluated.loss());
            case RunEvent.Checkpointed checkpoint -> mark(checkpoint.step());
            case RunEvent.Paused _ -> breakLines();
            case RunEvent.Sample _, RunEvent.Ended _ -> {}
        }
    }

    private void start(RunEvent.Started started) {
        plannedSteps = started.steps();
        int kept = places.upTo(started.step(), Horizontal.STEPS, places.size());
        places.truncate(kept);
        stepwise.forEach(line -> line.truncate(kept));
        validation.truncateAfter(started.step());
        checkpoints.truncateAfter(started.step());
        clock.start(started.time(), Math.max(lastSecond(raw), lastSecond(validation)));
        breakLines();
    }

    private static double lastSecond(Series line) {
        return line.size() == 0 ? 0 : line.seconds(line.size() - 1);
    }

    private void breakLines() {
        if (raw.size() > 0 && !Double.isNaN(raw.value(raw.size() - 1))) {
            places.repeat();
            stepwise.forEach(line -> line.append(Double.NaN));
        }
    }

    private void mark(int step) {
        Series smooth = smooth();
        int at = smooth.at(step, Horizontal.STEPS);
        if (at >= 0) {
            checkpoints.add(smooth.step(at), smooth.tokens(at), smooth.seconds(at), 0);
        }
    }

    void rename(ChartRun other) {
        run = other;
    }

    /// @param steps how far the moving average remembers; 0 for the raw loss
    void smooth(int steps) {
        smoothed.window(steps);
    }

    public ChartRun run() {
        return run;
    }

    public Series raw() {
        return raw;
    }

    public Series smooth() {
        return smoothed.average();
    }

    /// The lowest training loss of the average's window.
    Series lowest() {
        return smoothed.lowest();
    }

    /// The highest training loss of the average's window.
    Series highest() {
        return smoothed.highest();
    }

    public Series validation() {
        return validation;
    }

    /// Where checkpoints were written; their values are of no meaning, they lie on the average.
    public Series checkpoints() {
        return checkpoints;
    }

    Series learningRate() {
        return learningRate;
    }

    Series gradientNorm() {
        return gradientNorm;
    }

    /// Tokens per second.
    Series speed() {
        return speed;
    }

    /// The line whose end stands for the run: validation where there is one, else training.
    Series leading() {
        return validation.size() > 0 ? validation : smooth();
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
        double reached = longest.x(last, horizontal);
        return steps > 0 ? reached * planned / steps : reached;
    }

    /// The first place after 0 of what was trained; 1 while there is none.
    double first(Horizontal horizontal) {
        Series longest = raw.size() > 0 ? raw : validation;
        int zeros = Math.max(0, longest.at(0, horizontal) + 1);
        return zeros < longest.size() ? longest.x(zeros, horizontal) : 1;
    }
}
