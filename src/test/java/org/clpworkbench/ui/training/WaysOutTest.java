package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;

import org.clpworkbench.job.Jobs;
import org.clpworkbench.race.MadeUpRuns;
import org.clpworkbench.run.RunFolder;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.clpworkbench.ui.common.ScreenName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What goes wrong in training offers the step that leads on.
class WaysOutTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final FxRobot robot = new FxRobot();
    private final Pair pair = new Pair();
    private SettingsFile settings;
    private TrainingViewModel viewModel;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        settings = new SettingsFile(folder.resolve("settings.json"));
        var choice = new PairAtHand(pair);
        viewModel = OnScreen.get(() -> new TrainingViewModel(context, settings, choice));
        scene = OnScreen.get(() -> OnScreen.show(new TrainingView(viewModel).root(), 980, 700));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        OnScreen.run(viewModel::close);
        settings.close();
        jobs.close();
    }

    @Test
    void aComplaintLeadsToTheScreenWhereTheLackIsMadeGood() throws Exception {
        OnScreen.await(() -> remedy().isVisible());
        assertThat(remedy().getText()).isEqualTo("Go to Models");
        robot.clickOn(remedy());
        assertThat(recorder.opened).containsExactly(ScreenName.MODELS);
        OnScreen.run(
                () -> {
                    pair.source().set(Recorder.model("english-small", 20_000_000));
                    pair.helper().set(Recorder.model("german-helper", 6_000_000));
                });
        assertThat(remedy().getText()).isEqualTo("Go to Data");
        robot.clickOn(remedy());
        assertThat(recorder.opened).containsExactly(ScreenName.MODELS, ScreenName.DATA);
        OnScreen.run(() -> viewModel.form().starts().forEach(s -> s.chosen().set(false)));
        assertThat(remedy().isVisible()).isFalse();
    }

    @Test
    void aRunThatFailedOffersItsLog() throws Exception {
        RunFolder random = MadeUpRuns.create(folder, "random", 200);
        RunFolder linear = MadeUpRuns.create(folder, "linear", 200);
        MadeUpRuns.ended(MadeUpRuns.train(random, 200, 9, 6), 200, "done", "");
        MadeUpRuns.ended(MadeUpRuns.train(linear, 50, 8, 6), 50, "failed", "Memory ran out.");
        // of the worker that had both
        Path log =
                Files.writeString(
                        random.path().resolve("worker.log"), "Run " + linear.path() + " failed");
        OnScreen.run(() -> viewModel.show(List.of(random.path(), linear.path())));
        OnScreen.await(() -> isShown("#log-linear"));
        assertThat(isShown("#log-random")).isFalse();
        robot.clickOn(node("#log-linear"));
        OnScreen.await(() -> recorder.revealed.contains(log));
    }

    private boolean isShown(String query) {
        Node found = node(query);
        return found != null && found.isVisible();
    }

    private Button remedy() {
        return (Button) node("#remedy");
    }

    private Node node(String query) {
        return scene.getRoot().lookup(query);
    }
}
