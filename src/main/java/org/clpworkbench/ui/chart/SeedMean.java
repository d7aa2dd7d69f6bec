package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;

import java.util.List;
import java.util.stream.Stream;

/// The mean of runs that differ in their seed alone, with a band from the lowest to the highest: at
/// each step over the runs that have been there.
final class SeedMean implements Curve {
    private final List<RunCurve> all;
    private final List<SeedLine> single;
    private final Texts texts;
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
    private ChartRun run;

    SeedMean(List<RunCurve> all, Texts texts) {
        this.all = List.copyOf(all);
        this.texts = texts;
        run = named();
        single = all.stream().map(each -> new SeedLine(each, this)).toList();
    }

    /// By the seeds that have begun.
    private ChartRun named() {
        ChartRun first = all.getFirst().run();
        long seeds =
                all.stream()
                        .filter(each -> each.leading().size() > 0)
                        .map(each -> each.run().group().seed())
                        .distinct()
                        .count();
        String name = texts.get("seeds", first.group().name(), seeds);
        return new ChartRun(first.id(), name, first.colour(), first.group());
    }

    @Override
    public List<Curve> members() {
        return List.copyOf(single);
    }

    /// The runs one by one, as they are drawn beside it.
    List<SeedLine> single() {
        return single;
    }

    /// Takes over what the runs have got since the last time.
    void refresh() {
        List<Integer> now = all.stream().flatMap(SeedMean::state).toList();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        run = named();
        for (Series line :
                List.of(raw, smooth, lowest, highest, learningRate, gradientNorm, speed)) {
            line.truncate(0);
        }
        places.truncate(0);
        validation.truncateAfter(-1);
        average();
    }

    /// Changes with every point that comes or goes, and with the average's window.
    private static Stream<Integer> state(RunCurve each) {
        return Stream.of(each.raw(), each.smooth(), each.validation())
                .flatMap(line -> Stream.of(line.size(), line.generation()));
    }

    private void average() {
        List<Series> losses = all.stream().map(RunCurve::raw).toList();
        List<Series> averages = all.stream().map(RunCurve::smooth).toList();
        List<Series> rates = all.stream().map(RunCurve::learningRate).toList();
        List<Series> norms = all.stream().map(RunCurve::gradientNorm).toList();
        List<Series> speeds = all.stream().map(RunCurve::speed).toList();
        var steps = new StepsOfSeveral(losses);
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
        List<Series> measured = all.stream().map(RunCurve::validation).toList();
        var evaluations = new StepsOfSeveral(measured);
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
