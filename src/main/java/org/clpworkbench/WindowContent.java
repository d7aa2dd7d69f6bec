package org.clpworkbench;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Parent;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.Looks;
import org.clpworkbench.settings.Session;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.common.Dialogs;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.clpworkbench.ui.generate.GenerateView;
import org.clpworkbench.ui.generate.GenerateViewModel;
import org.clpworkbench.ui.models.ModelsView;
import org.clpworkbench.ui.models.ModelsViewModel;
import org.clpworkbench.ui.neighbours.NeighboursView;
import org.clpworkbench.ui.neighbours.NeighboursViewModel;
import org.clpworkbench.ui.overlap.OverlapView;
import org.clpworkbench.ui.overlap.OverlapViewModel;
import org.clpworkbench.ui.runs.RunsView;
import org.clpworkbench.ui.runs.RunsViewModel;
import org.clpworkbench.ui.shell.LogViewModel;
import org.clpworkbench.ui.shell.Screens;
import org.clpworkbench.ui.shell.ShellView;
import org.clpworkbench.ui.shell.ShellViewModel;
import org.clpworkbench.ui.tour.TourViewModel;
import org.clpworkbench.ui.training.TrainingView;
import org.clpworkbench.ui.training.TrainingViewModel;
import org.clpworkbench.ui.transfer.TransferView;
import org.clpworkbench.ui.transfer.TransferViewModel;

/// All that is in the window, in the language that is spoken when it is made. Wired by hand: every
/// screen is given what it needs through its constructor.
final class WindowContent implements AutoCloseable {
    private final Pair pair;
    private final SettingsFile settings;
    private final ShellViewModel shell;
    private final ModelsViewModel models;
    private final TrainingViewModel training;
    private final GenerateViewModel generate;
    private final ShellView view;

    /// As the window was left.
    WindowContent(
            Workspace workspace, Jobs jobs, Pair pair, Dialogs dialogs, SettingsFile settings) {
        this.pair = pair;
        this.settings = settings;
        shell = new ShellViewModel(pair, jobs, settings);
        var context = new ScreenContext(workspace, jobs, pair, shell, dialogs);
        models = new ModelsViewModel(context, settings);
        training = new TrainingViewModel(context, settings.current().session());
        generate = new GenerateViewModel(context);
        shell.whenRunsAreShown(training::show);
        var log = new LogViewModel(workspace, settings, jobs, dialogs);
        view = new ShellView(shell, log, new TourViewModel(context), screens(context));
    }

    private Screens screens(ScreenContext context) {
        var overlap = new OverlapViewModel(context);
        return new Screens()
                .put(ScreenName.MODELS, () -> new ModelsView(models).root())
                .put(ScreenName.OVERLAP, () -> new OverlapView(overlap).root())
                .put(
                        ScreenName.NEIGHBOURS,
                        () -> new NeighboursView(new NeighboursViewModel(context)).root())
                .put(
                        ScreenName.TRANSFER,
                        () -> new TransferView(new TransferViewModel(context)).root())
                .put(ScreenName.TRAINING, () -> new TrainingView(training).root())
                .put(ScreenName.RUNS, () -> new RunsView(new RunsViewModel(context)).root())
                .put(ScreenName.GENERATE, () -> new GenerateView(generate).root());
    }

    Parent root() {
        return view.root();
    }

    Pair pair() {
        return pair;
    }

    ReadOnlyObjectProperty<Looks> looks() {
        return shell.looks();
    }

    /// To be called when it is on the screen.
    void start() {
        view.start();
        models.refresh();
    }

    /// Remembers what stands open. Jobs go on, and runs that are being trained.
    @Override
    public void close() {
        settings.change(now -> now.withSession(session()));
        view.stop();
        training.close();
        generate.close();
    }

    private Session session() {
        return new Session(
                shell.screen().get().name(),
                training.shownRuns(),
                training.chart().baseline().get());
    }
}
