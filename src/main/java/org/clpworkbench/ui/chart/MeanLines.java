package org.clpworkbench.ui.chart;

import java.util.List;
import java.util.function.Function;

/// The lines of several runs' mean, at each step over the runs that have been there. They grow as
/// the runs do: a step is computed anew only when a run comes to it.
final class MeanLines {
    /// What was taken over of one run. Generations are of no line before anything was.
    private static final class Seen {
        private int raw = -1;
        private int average = -1;
        private int size;
        private int measured = -1;
        private int measurements;
    }

    private final List<RunCurve> all;
    private final List<Seen> seen;
    private final Places places = new Places();
    final Series raw = new Series(places);
    final Series learningRate = new Series(places);
    final Series gradientNorm = new Series(places);
    final Series speed = new Series(places);
    final Series smooth = new Series(places);
    final Series lowest = new Series(places);
    final Series highest = new Series(places);
    final Series validation = new Series();

    MeanLines(List<RunCurve> all) {
        this.all = all;
        seen = all.stream().map(_ -> new Seen()).toList();
    }

    /// Takes over what the runs have got since the last time.
    ///
    /// @return whether that was anything
    boolean refresh() {
        double steps = Double.POSITIVE_INFINITY;
        double averages = Double.POSITIVE_INFINITY;
        boolean measured = false;
        for (int i = 0; i < all.size(); i++) {
            RunCurve run = all.get(i);
            Seen last = seen.get(i);
            Series losses = run.raw();
            Series average = run.smooth();
            double news = losses.size() > last.size ? losses.step(last.size) : steps;
            boolean again = losses.generation() != last.raw;
            steps = again ? Double.NEGATIVE_INFINITY : Math.min(steps, news);
            averages =
                    again || average.generation() != last.average
                            ? Double.NEGATIVE_INFINITY
                            : Math.min(averages, steps);
            measured |=
                    run.validation().generation() != last.measured
                            || run.validation().size() != last.measurements;
            last.raw = losses.generation();
            last.average = average.generation();
            last.size = losses.size();
            last.measured = run.validation().generation();
            last.measurements = run.validation().size();
        }
        if (steps < Double.POSITIVE_INFINITY) {
            train(steps);
        }
        if (averages < Double.POSITIVE_INFINITY) {
            average(averages);
        }
        boolean changed = measured || averages < Double.POSITIVE_INFINITY;
        if (changed) {
            measure();
        }
        return changed;
    }

    private List<Series> each(Function<RunCurve, Series> line) {
        return all.stream().map(line).toList();
    }

    private static double[][] values(List<Series> lines) {
        return StepsOfSeveral.values(lines);
    }

    /// Places and what the steps told, from a step on.
    private void train(double from) {
        int kept = raw.before(from);
        List.of(raw, learningRate, gradientNorm, speed).forEach(line -> line.truncate(kept));
        places.truncate(kept);
        List<Series> lines = each(RunCurve::raw);
        double[][] tokens = StepsOfSeveral.along(lines, Horizontal.TOKENS);
        double[][] seconds = StepsOfSeveral.along(lines, Horizontal.TIME);
        double[][] number = StepsOfSeveral.along(lines, Horizontal.STEPS);
        double[][] losses = values(lines);
        double[][] rates = values(each(RunCurve::learningRate));
        double[][] norms = values(each(RunCurve::gradientNorm));
        double[][] speeds = values(each(RunCurve::speed));
        int longest = lines.stream().mapToInt(Series::size).max().orElse(0);
        List.of(raw, learningRate, gradientNorm, speed).forEach(line -> line.reserve(longest));
        places.reserve(longest);
        StepsOfSeveral steps = behind(lines, kept);
        while (steps.next()) {
            places.add(
                    steps.mean(number),
                    grown(steps, tokens, Horizontal.TOKENS),
                    grown(steps, seconds, Horizontal.TIME));
            raw.append(steps.mean(losses));
            learningRate.append(steps.mean(rates));
            gradientNorm.append(steps.mean(norms));
            speed.append(steps.mean(speeds));
        }
    }

    /// At the last step that is kept; before the first where none is.
    private StepsOfSeveral behind(List<Series> lines, int kept) {
        if (kept == 0) {
            return new StepsOfSeveral(lines, Double.NEGATIVE_INFINITY);
        }
        var steps = new StepsOfSeveral(lines, raw.step(kept - 1));
        if (!steps.next()) {
            throw new IllegalStateException("a step of the mean is in none of its runs");
        }
        return steps;
    }

    /// Tokens or seconds at the step gone to. A mean over the runs that are there would fall where
    /// a slow one ends.
    private double grown(StepsOfSeveral steps, double[][] figure, Horizontal horizontal) {
        double mean = steps.mean(figure);
        if (raw.size() == 0) {
            return mean;
        }
        double last = raw.x(raw.size() - 1, horizontal);
        double growth = steps.growth(figure);
        return Double.isNaN(growth) ? Math.max(last, mean) : last + Math.max(0, growth);
    }

    /// The runs' averages, from a step on.
    private void average(double from) {
        int kept = Math.min(smooth.size(), raw.before(from));
        for (Series line : List.of(smooth, lowest, highest)) {
            line.truncate(kept);
            line.reserve(raw.size());
        }
        double[][] averages = values(each(RunCurve::smooth));
        StepsOfSeveral steps = behind(each(RunCurve::raw), kept);
        while (steps.next()) {
            smooth.append(steps.mean(averages));
            lowest.append(steps.least(averages));
            highest.append(steps.most(averages));
        }
    }

    /// Evaluations are few. They lie where the mean was trained to, so that their markers lie on
    /// its line.
    private void measure() {
        validation.truncateAfter(Double.NEGATIVE_INFINITY);
        List<Series> lines = each(RunCurve::validation);
        double[][] losses = values(lines);
        double[][] number = StepsOfSeveral.along(lines, Horizontal.STEPS);
        double[][] tokens = StepsOfSeveral.along(lines, Horizontal.TOKENS);
        double[][] seconds = StepsOfSeveral.along(lines, Horizontal.TIME);
        var steps = new StepsOfSeveral(lines, Double.NEGATIVE_INFINITY);
        while (steps.next()) {
            double step = steps.mean(number);
            int trained = raw.at(step, Horizontal.STEPS);
            int last = validation.size() - 1;
            double time = trained < 0 ? steps.mean(seconds) : raw.seconds(trained);
            double read = trained < 0 ? steps.mean(tokens) : raw.tokens(trained);
            validation.add(
                    step,
                    last < 0 ? read : Math.max(read, validation.tokens(last)),
                    last < 0 ? time : Math.max(time, validation.seconds(last)),
                    steps.mean(losses));
        }
    }
}
