package org.clpworkbench.ui.common;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Workspace;

/// What every screen is given.
public record ScreenContext(
        Workspace workspace, Jobs jobs, Pair pair, Navigation navigation, Dialogs dialogs) {}
