package org.clpworkbench.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What stood open in the window.
///
/// @param screen the name of the screen, "" for the first
/// @param runs the run folders in the chart, the baseline among them
/// @param baseline the name of the run folder that the others are compared with, "" for the usual
/// @param chart how the runs are looked at
/// @param table how the table of all runs is looked at
/// @param explored what was looked at among the neighbours; empty where that was nothing
/// @param layout what stood open on each screen
public record Session(
        String screen,
        List<Path> runs,
        String baseline,
        ChartChoices chart,
        TableChoices table,
        Optional<Explored> explored,
        Layout layout) {
    public static final Session FIRST =
            new Session(
                    "",
                    List.of(),
                    "",
                    ChartChoices.FIRST,
                    TableChoices.FIRST,
                    Optional.empty(),
                    Layout.FIRST);

    public Session {
        runs = List.copyOf(runs);
    }
}
