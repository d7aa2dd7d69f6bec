package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The runs of a chart put together by what they share besides the seed, in their order.
final class SeedGroups {
    private final Texts texts = Texts.of(LossChart.class);
    private final List<Curve> groups = new ArrayList<>();

    /// Puts these runs together, and no others.
    void of(List<RunCurve> runs) {
        var byGroup = new LinkedHashMap<String, List<RunCurve>>();
        for (RunCurve run : runs) {
            byGroup.computeIfAbsent(run.run().group().key(), _ -> new ArrayList<>()).add(run);
        }
        groups.clear();
        byGroup.values()
                .forEach(same -> groups.add(same.size() == 1 ? same.getFirst() : mean(same)));
    }

    private SeedMean mean(List<RunCurve> same) {
        ChartRun first = same.getFirst().run();
        String name = texts.get("seeds", first.group().name(), same.size());
        return new SeedMean(same, new ChartRun(first.id(), name, first.colour(), first.group()));
    }

    boolean any() {
        return groups.stream().anyMatch(curve -> curve.runs() > 1);
    }

    /// A mean for each group of several runs, up to date; a run that is alone as it is.
    List<Curve> means() {
        for (Curve curve : groups) {
            if (curve instanceof SeedMean mean) {
                mean.refresh();
            }
        }
        return List.copyOf(groups);
    }
}
