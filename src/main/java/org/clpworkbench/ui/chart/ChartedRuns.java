package org.clpworkbench.ui.chart;

import org.clpworkbench.job.Job;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.ChartChoices;

import java.util.List;
import java.util.function.Supplier;

/// Runs as the chart shows them, for a picture that is taken elsewhere: in the same colours, and
/// looked at as was chosen there.
public final class ChartedRuns {
    private final RunColours colours;
    private final Supplier<ChartChoices> choices;

    public ChartedRuns(RunColours colours, Supplier<ChartChoices> choices) {
        this.colours = colours;
        this.choices = choices;
    }

    /// Asked on the JavaFX thread, done on any.
    ///
    /// @param baseline id of the run that is drawn as the baseline; empty for none
    /// @return reads the runs' events
    public Job<LossChartModel> of(List<RunFolder> runs, String baseline) {
        ChartChoices chosen = choices.get();
        ChartNames names = colours.names(runs);
        return progress -> {
            var model = new LossChartModel();
            model.choose(chosen);
            model.show(runs.stream().map(names::of).toList());
            model.baseline().set(baseline);
            for (int at = 0; at < runs.size(); at++) {
                progress.checkCancelled();
                progress.update(at, runs.size(), "runs");
                RunFolder run = runs.get(at);
                model.offer(ChartNames.id(run), run.events());
            }
            return model;
        };
    }
}
