package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;

import java.util.List;

/// The mean of runs that differ in their seed alone, with a band from the lowest to the highest: at
/// each step over the runs that have been there.
final class SeedMean implements Curve {
    private final List<RunCurve> all;
    private final List<SeedLine> single;
    private final Texts texts;
    private final MeanLines lines;
    private final Series checkpoints = new Series();
    private ChartRun run;

    SeedMean(List<RunCurve> all, Texts texts) {
        this.all = List.copyOf(all);
        this.texts = texts;
        lines = new MeanLines(this.all);
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
        if (lines.refresh()) {
            run = named();
        }
    }

    @Override
    public ChartRun run() {
        return run;
    }

    @Override
    public Series raw() {
        return lines.raw;
    }

    @Override
    public Series smooth() {
        return lines.smooth;
    }

    @Override
    public Series lowest() {
        return lines.lowest;
    }

    @Override
    public Series highest() {
        return lines.highest;
    }

    @Override
    public Series validation() {
        return lines.validation;
    }

    @Override
    public Series checkpoints() {
        return checkpoints;
    }

    @Override
    public Series learningRate() {
        return lines.learningRate;
    }

    @Override
    public Series gradientNorm() {
        return lines.gradientNorm;
    }

    @Override
    public Series speed() {
        return lines.speed;
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
