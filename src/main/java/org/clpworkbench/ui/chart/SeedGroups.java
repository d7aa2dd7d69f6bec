package org.clpworkbench.ui.chart;

import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The runs of a chart put together by what they share besides the seed, in their order.
final class SeedGroups {
    private final Texts texts = Texts.of(LossChart.class);
    private final List<Curve> groups = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    /// Puts these runs together, and no others.
    void of(List<RunCurve> runs) {
        var byGroup = new LinkedHashMap<String, List<RunCurve>>();
        for (RunCurve run : runs) {
            byGroup.computeIfAbsent(run.run().group().key(), _ -> new ArrayList<>()).add(run);
        }
        groups.clear();
        for (List<RunCurve> same : byGroup.values()) {
            if (seeds(same) > 1) {
                groups.add(new SeedMean(same, texts));
            } else {
                groups.addAll(same);
            }
        }
    }

    /// A run that was made twice is not two seeds.
    private static long seeds(List<RunCurve> same) {
        return same.stream().map(run -> run.run().group().seed()).distinct().count();
    }

    boolean any() {
        return groups.stream().anyMatch(curve -> curve.runs() > 1);
    }

    /// A mean for each group of several runs, up to date, and behind those that are open their
    /// runs; a run that is alone as it is.
    List<Curve> means() {
        var shown = new ArrayList<Curve>();
        for (Curve curve : groups) {
            shown.add(curve);
            if (curve instanceof SeedMean mean) {
                mean.refresh();
                if (isOpen(mean)) {
                    shown.addAll(mean.single());
                }
            }
        }
        return List.copyOf(shown);
    }

    /// Shows the runs behind a mean one by one too, or no longer.
    ///
    /// @param key what they share
    void toggle(String key) {
        if (!open.remove(key)) {
            open.add(key);
        }
    }

    boolean isOpen(Curve mean) {
        return open.contains(mean.run().group().key());
    }
}
