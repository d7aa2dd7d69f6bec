package org.clpworkbench.settings;

import java.nio.file.Path;
import java.util.List;

/// What stood open in the window.
///
/// @param screen the name of the screen, "" for the first
/// @param runs the run folders in the chart, the baseline among them
/// @param baseline the name of the run folder that the others are compared with, "" for the usual
/// @param chart how the runs are looked at
public record Session(String screen, List<Path> runs, String baseline, ChartChoices chart) {
    public static final Session FIRST = new Session("", List.of(), "", ChartChoices.FIRST);

    public Session {
        runs = List.copyOf(runs);
    }
}
