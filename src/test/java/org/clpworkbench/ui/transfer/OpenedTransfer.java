package org.clpworkbench.ui.transfer;

import javafx.scene.Node;
import javafx.scene.Scene;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.Person;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/// The Transfer screen of a workspace of its own, with no pair chosen yet.
abstract class OpenedTransfer {
    @TempDir private static Path embedded;
    static EmbeddedDemo demo;

    @TempDir Path folder;
    final Jobs jobs = new Jobs();
    final Recorder recorder = new Recorder();
    final Pair pair = new Pair();
    SettingsFile settings;
    TransferViewModel viewModel;
    Scene scene;
    final Person person = new Person(() -> scene);

    @BeforeAll
    static void unpackOnce() throws IOException {
        demo = EmbeddedDemo.unpack(embedded);
    }

    @BeforeEach
    void open() throws Exception {
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        viewModel = OnScreen.get(() -> new TransferViewModel(context, settings));
        scene = OnScreen.get(() -> OnScreen.show(new TransferView(viewModel).root(), 980, 640));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        settings.close();
        jobs.close();
    }

    /// With the embedded source and its texts.
    void choose(Path helper) throws Exception {
        var source = ModelSummary.read(demo.source());
        var target = ModelSummary.read(helper);
        OnScreen.run(
                () -> {
                    pair.source().set(source);
                    pair.helper().set(target);
                    pair.text().set(demo.training());
                    pair.validation().set(demo.validation());
                });
    }

    Node node(String selector) {
        return scene.getRoot().lookup(selector);
    }
}
