package org.clpworkbench.ui.chart;

import java.util.List;

/// The mean of runs that differ in their seed alone, with a band from the lowest to the highest. It
/// reaches as far as all of them have got; those that have not begun are left out.
final class SeedMean implements Curve {
    private final List<RunCurve> all;
    private final ChartRun run;
    private final Places places = new Places();
    private final Series raw = new Series(places);
    private final Series smooth = new Series(places);
    private final Series lowest = new Series(places);
    private final Series highest = new Series(places);
    private final Series learningRate = new Series(places);
    private final Series gradientNorm = new Series(places);
    private final Series speed = new Series(places);
    private final Series validation = new Series();
    private final Series checkpoints = new Series();
    private List<Integer> seen = List.of();
    private CommonSteps steps = new CommonSteps(List.of());
    private CommonSteps evaluations = new CommonSteps(List.of());

    SeedMean(List<RunCurve> all, ChartRun run) {
        this.all = List.copyOf(all);
        this.run = run;
    }

    /// Takes over what the runs have got since the last time.
    void refresh() {
        List<RunCurve> begun = all.stream().filter(each -> each.leading().size() > 0).toList();
        List<Integer> now =
                begun.stream()
                        .flatMap(each -> List.of(all.indexOf(each), age(each)).stream())
                        .toList();
        if (!now.equals(seen)) {
            seen = now;
            for (Series line :
                    List.of(raw, smooth, lowest, highest, learningRate, gradientNorm, speed)) {
                line.truncate(0);
            }
            places.truncate(0);
            validation.truncateAfter(-1);
            steps = new CommonSteps(begun.stream().map(RunCurve::raw).toList());
            evaluations = new CommonSteps(begun.stream().map(RunCurve::validation).toList());
        }
        extend(begun);
    }

    /// Changes when points went away or the average is another one.
    private static int age(RunCurve each) {
        return each.raw().generation()
                + each.smooth().generation()
                + each.validation().generation();
    }

    private void extend(List<RunCurve> begun) {
        List<Series> averages = begun.stream().map(RunCurve::smooth).toList();
        List<Series> losses = begun.stream().map(RunCurve::raw).toList();
        List<Series> rates = begun.stream().map(RunCurve::learningRate).toList();
        List<Series> norms = begun.stream().map(RunCurve::gradientNorm).toList();
        List<Series> speeds = begun.stream().map(RunCurve::speed).toList();
        while (steps.next()) {
            places.add(
                    steps.mean(losses, Series::step),
                    steps.mean(losses, Series::tokens),
                    steps.mean(losses, Series::seconds));
            raw.append(steps.mean(losses, Series::value));
            smooth.append(steps.mean(averages, Series::value));
            lowest.append(steps.least(averages));
            highest.append(steps.most(averages));
            learningRate.append(steps.mean(rates, Series::value));
            gradientNorm.append(steps.mean(norms, Series::value));
            speed.append(steps.mean(speeds, Series::value));
        }
        List<Series> measured = begun.stream().map(RunCurve::validation).toList();
        while (evaluations.next()) {
            validation.add(
                    evaluations.mean(measured, Series::step),
                    evaluations.mean(measured, Series::tokens),
                    evaluations.mean(measured, Series::seconds),
                    evaluations.mean(measured, Series::value));
        }
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
        return smooth;
    }

    @Override
    public Series lowest() {
        return lowest;
    }

    @Override
    public Series highest() {
        return highest;
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
        return all.stream().mapToInt(RunCurve::plannedSteps).max().orElse(0);
    }

    @Override
    public boolean holds(String id) {
        return all.stream().anyMatch(each -> each.holds(id));
    }

    @Override
    public int runs() {
        return all.size();
    }
}
