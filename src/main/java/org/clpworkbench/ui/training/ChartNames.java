package org.clpworkbench.ui.training;

import org.clpworkbench.run.RunFolder;
import org.clpworkbench.run.SeedGroup;
import org.clpworkbench.ui.chart.ChartRun;
import org.clpworkbench.ui.chart.RunColours;
import org.clpworkbench.ui.common.Texts;

import java.util.List;

/// What the runs on the screen are called in the chart: by their name, and by their seed too where
/// another one has the same name.
final class ChartNames {
    private final Texts texts = Texts.of(TrainingViewModel.class);
    private final List<RunFolder> runs;
    private final List<String> ids;
    private final RunColours colours;

    ChartNames(List<RunFolder> runs, RunColours colours) {
        this.runs = runs;
        this.colours = colours;
        ids = runs.stream().map(ChartNames::id).toList();
    }

    ChartRun of(RunFolder run) {
        int colour = colours.of(id(run), run.provenance().method(), ids);
        var group = new ChartRun.Group(SeedGroup.of(run), run.spec().name());
        return new ChartRun(id(run), label(run), colour, group);
    }

    private String label(RunFolder run) {
        String name = run.spec().name();
        boolean seeds =
                runs.stream()
                        .map(RunFolder::spec)
                        .anyMatch(
                                other ->
                                        other.name().equals(name)
                                                && other.seed() != run.spec().seed());
        return seeds ? texts.get("run.seed", name, Long.toString(run.spec().seed())) : name;
    }

    private static String id(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }
}
