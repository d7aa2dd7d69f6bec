package org.clpworkbench.ui.training;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// The Training screen of a workspace of its own, with no pair chosen yet.
abstract class OpenedTraining {
    private final int height;

    @TempDir Path folder;
    final Jobs jobs = new Jobs();
    final Recorder recorder = new Recorder();
    final Pair pair = new Pair();
    SettingsFile settings;
    TrainingViewModel viewModel;
    Scene scene;
    final Person person = new Person(() -> scene);

    /// @param height of the screen
    OpenedTraining(int height) {
        this.height = height;
    }

    @BeforeEach
    void open() throws Exception {
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = OnScreen.get(() -> viewModel(settings));
        scene = OnScreen.get(() -> OnScreen.show(new TrainingView(viewModel).root(), 980, height));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    /// Of the same workspace and jobs, as another window would have it.
    TrainingViewModel viewModel(SettingsFile from) {
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        return new TrainingViewModel(context, from, new PairAtHand(pair));
    }

    Node node(String selector) {
        return scene.getRoot().lookup(selector);
    }
}
