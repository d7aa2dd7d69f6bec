package org.clpworkbench.ui.common;

import java.nio.file.Path;
import java.util.List;

/// How a screen leads on to another.
public interface Navigation {
    void open(ScreenName screen);

    /// Opens the training screen with these run folders in its chart.
    void showRuns(List<Path> runs);
}
