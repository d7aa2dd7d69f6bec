package org.clpworkbench.ui.chart;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.SeedGroup;
import org.clpworkbench.ui.common.RunNames;

import java.util.List;
import java.util.Map;

/// What runs that are seen together are called in the chart: by their name, and by their seed too
/// where another one has the same name.
public final class ChartNames {
    private final List<RunFolder> runs;
    private final Map<String, Integer> colours;

    ChartNames(List<RunFolder> runs, RunColours colours) {
        this.runs = runs;
        this.colours = colours.of(runs.stream().map(ChartNames::id).toList());
    }

    public ChartRun of(RunFolder run) {
        int colour = colours.getOrDefault(id(run), 0);
        var group = new ChartRun.Group(SeedGroup.of(run), run.spec().name(), run.spec().seed());
        return new ChartRun(id(run), label(run), colour, group);
    }

    private String label(RunFolder run) {
        return RunNames.of(named(run), runs.stream().map(ChartNames::named).toList());
    }

    private static RunNames.Named named(RunFolder run) {
        return new RunNames.Named(run.spec().name(), run.spec().seed());
    }

    static String id(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }
}
