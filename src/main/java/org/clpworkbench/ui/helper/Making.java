package org.clpworkbench.ui.helper;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.clpworkbench.helper.HelperCompletion;
import org.clpworkbench.helper.HelperDraft;
import org.clpworkbench.helper.HelperJob;
import org.clpworkbench.helper.HelperModel;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.job.RunningJob;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.Workspace;
import org.jspecify.annotations.Nullable;

/// A helper model that is being made. It belongs to no window, so that the next one can take it
/// over.
final class Making {
    private final String name;
    private final ReadOnlyObjectWrapper<@Nullable RunFolder> run = new ReadOnlyObjectWrapper<>();
    private final RunningJob<HelperModel> job;
    private volatile boolean leaving;

    /// Begins it. It waits for its run for most of the time: among the jobs that compute, it would
    /// hold up all others for hours.
    Making(HelperSpec spec, String title, Jobs jobs, Workspace workspace) {
        name = spec.name();
        job =
                jobs.await(
                        title,
                        new HelperJob(
                                spec,
                                workspace,
                                begun -> Platform.runLater(() -> run.set(begun)),
                                () -> leaving));
    }

    /// Goes on with what an earlier program has begun.
    Making(HelperDraft draft, String title, Jobs jobs) {
        name = draft.name();
        run.set(draft.run());
        job = jobs.await(title, new HelperCompletion(draft, () -> leaving));
    }

    /// What the model is called.
    String name() {
        return name;
    }

    RunningJob<HelperModel> job() {
        return job;
    }

    /// What trains it; null before the training.
    ReadOnlyObjectProperty<@Nullable RunFolder> run() {
        return run.getReadOnlyProperty();
    }

    /// Whether the window is closing, and the run goes on without it.
    void leaving(boolean now) {
        leaving = now;
    }
}
