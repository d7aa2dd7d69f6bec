package org.clpworkbench.ui.runs;

import org.clpworkbench.run.SeedGroup;
import org.clpworkbench.ui.runs.RunEntry.Readable;
import org.clpworkbench.ui.runs.RunEntry.Repeated;
import org.clpworkbench.ui.runs.RunEntry.Unreadable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a table in which runs that differ in their seed alone are one, as they are one line
/// in the chart.
final class SeedRows {
    private SeedRows() {}

    /// @param entries none of them put together
    static List<RunEntry> of(List<RunEntry> entries) {
        Map<String, List<Readable>> groups = groups(entries);
        var rows = new ArrayList<RunEntry>();
        for (RunEntry entry : entries) {
            switch (entry) {
                case Readable run -> {
                    String group = SeedGroup.of(run.run());
                    List<Readable> same = groups.getOrDefault(group, List.of(run));
                    if (seeds(same) < 2) {
                        rows.add(run);
                    } else if (same.getFirst().equals(run)) {
                        rows.add(new Repeated(group, same));
                    }
                }
                case Repeated _, Unreadable _ -> rows.add(entry);
            }
        }
        return rows;
    }

    /// Whether there are runs to put together.
    static boolean any(List<RunEntry> entries) {
        return groups(entries).values().stream().anyMatch(same -> seeds(same) > 1);
    }

    private static Map<String, List<Readable>> groups(List<RunEntry> entries) {
        var groups = new LinkedHashMap<String, List<Readable>>();
        for (Readable run : RunsViewModel.readable(entries)) {
            groups.computeIfAbsent(SeedGroup.of(run.run()), _ -> new ArrayList<>()).add(run);
        }
        return groups;
    }

    /// A run that was made twice is not two seeds.
    static long seeds(List<Readable> same) {
        return same.stream().map(run -> run.run().spec().seed()).distinct().count();
    }
}
