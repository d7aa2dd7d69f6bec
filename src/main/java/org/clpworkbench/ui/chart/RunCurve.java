package org.clpworkbench.ui.chart;

import org.clpworkbench.run.TrainingClock;
import org.clpworkbench.training.RunEvent;

import java.util.List;

/// One run's lines, built from its events: the raw training loss and its moving average, what else
/// a step tells, the validation loss, and where checkpoints were written.
final class RunCurve implements Curve {
    private final Places places = new Places();
    private final Series raw = new Series(places);
    private final Series learningRate = new Series(places);
    private final Series gradientNorm = new Series(places);
    private final Series speed = new Series(places);
    private final List<Series> stepwise = List.of(raw, learningRate, gradientNorm, speed);
    private Smoothed smoothed;
    private final Series validation = new Series();
    private final Series checkpoints = new Series();
    private final TrainingClock clock = new TrainingClock();
    private ChartRun run;
    private int plannedSteps;

    RunCurve(ChartRun run, int window) {
        this.run = run;
        this.smoothed = new Smoothed(raw, places, window);
    }

    void accept(List<RunEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            start(started);
        }
        double seconds = clock.at(event.time());
        switch (event) {
            case RunEvent.Step step -> {
                places.add(step.step(), step.tokens(), seconds);
                raw.append(step.loss());
                learningRate.append(step.learningRate());
                gradientNorm.append(step.gradientNorm());
                speed.append(step.tokensPerSecond());
            }
            case RunEvent.Evaluated evaluated ->
                    validation.add(evaluated.step(), evaluated.tokens(), seconds, evaluated.loss());
            case RunEvent.Checkpointed checkpoint -> mark(checkpoint.step());
            case RunEvent.Paused _ -> breakLines();
            case RunEvent.Started _, RunEvent.Sample _, RunEvent.Ended _ -> {}
        }
    }

    private void start(RunEvent.Started started) {
        plannedSteps = started.steps();
        int kept = places.upTo(started.step(), Horizontal.STEPS, places.size());
        boolean again = kept < places.size();
        places.truncate(kept);
        stepwise.forEach(line -> line.truncate(kept));
        validation.truncateAfter(started.step());
        checkpoints.truncateAfter(started.step());
        if (again) {
            clock.rewind(Math.max(lastSecond(raw), lastSecond(validation)));
        }
        clock.start(started.time());
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
        if (steps != smoothed.window()) {
            smoothed = smoothedBy(steps);
        }
    }

    /// Another average of the loss, to be computed and then taken over.
    Smoothed smoothedBy(int steps) {
        return new Smoothed(raw, places, steps);
    }

    /// Takes over an average that was computed elsewhere; one of points that have gone since is
    /// computed anew.
    void take(Smoothed draft) {
        smoothed = draft.holds() ? draft : smoothedBy(draft.window());
    }

    /// How many values have to be computed before the run can be shown so.
    long missing(ChartLook look) {
        return look.window() == smoothed.window()
                ? smoothed.missing(look.band())
                : (look.band() ? 3L : 1L) * raw.size();
    }

    @Override
    public ChartRun run() {
        return run;
    }

    @Override
    public Series raw() {
        return raw;
    }

    @Override
    public Series smooth() {
        return smoothed.average();
    }

    @Override
    public Series lowest() {
        return smoothed.lowest();
    }

    @Override
    public Series highest() {
        return smoothed.highest();
    }

    @Override
    public Series validation() {
        return validation;
    }

    @Override
    public Series checkpoints() {
        return checkpoints;
    }

    @Override
    public Series learningRate() {
        return learningRate;
    }

    @Override
    public Series gradientNorm() {
        return gradientNorm;
    }

    @Override
    public Series speed() {
        return speed;
    }

    @Override
    public int plannedSteps() {
        return plannedSteps;
    }

    @Override
    public boolean holds(String id) {
        return run.id().equals(id);
    }
}
