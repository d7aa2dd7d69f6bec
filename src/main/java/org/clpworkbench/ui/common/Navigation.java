package org.clpworkbench.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a screen leads on to another.
public interface Navigation {
    void open(ScreenName screen);

    /// Opens the training screen with these run folders in its chart.
    default void showRuns(List<Path> runs) {
        showRuns(runs, Optional.empty());
    }

    /// The same with one of them as the baseline; with the usual one where none is named.
    void showRuns(List<Path> runs, Optional<Path> baseline);

    /// Opens the training screen with its form filled in as the run of a folder was trained.
    void useSettings(Path run);

    /// Opens the Generate screen where the newest checkpoints of these run folders are chosen to
    /// write, and no other models; of more than can write side by side the first.
    void letWrite(List<Path> runs);
}
