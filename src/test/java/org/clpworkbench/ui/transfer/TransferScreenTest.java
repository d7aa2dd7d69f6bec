package org.clpworkbench.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.job.Jobs;
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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TransferScreenTest {
    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private final Pair pair = new Pair();
    private TransferViewModel viewModel;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        var context = new ScreenContext(new Workspace(folder), jobs, pair, recorder, recorder);
        viewModel = OnScreen.get(() -> new TransferViewModel(context));
        scene = OnScreen.get(() -> OnScreen.show(new TransferView(viewModel).root(), 980, 640));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        jobs.close();
    }

    @Test
    void asksForAPairFirst() throws Exception {
        assertThat(viewModel.problem().get()).contains("Choose a source and a helper");
        assertThat(button("#transfer").isDisabled()).isTrue();
        OnScreen.picture(scene, Path.of("target/pictures/transfer-empty.png"));
    }

    @Test
    void estimatesTransfersReportsAndLeadsOn() throws Exception {
        choosePair();
        OnScreen.await(() -> viewModel.ready().get());
        assertThat(viewModel.name().get()).endsWith("_linear_42");
        assertThat(viewModel.answer().get()).contains("missing tokens will get a new row");
        pictures("transfer-plan");

        OnScreen.run(() -> button("#transfer").fire());
        OnScreen.await(() -> viewModel.reported().get());
        Path made = folder.resolve("models").resolve(viewModel.name().get());
        assertThat(made.resolve("transfer-manifest.json")).isRegularFile();
        assertThat(viewModel.answer().get()).contains("neighbours still");
        assertThat(pair.done()).contains(ScreenName.TRANSFER);
        pictures("transfer-report");

        OnScreen.run(() -> button("#folder").fire());
        OnScreen.run(() -> button("#train").fire());
        assertThat(recorder.revealed).containsExactly(made);
        assertThat(recorder.opened).containsExactly(ScreenName.TRAINING);
    }

    @Test
    void replacesNothingUnlessToldTo() throws Exception {
        Path there = folder.resolve("models").resolve("mine");
        Files.createDirectories(there);
        choosePair();
        OnScreen.run(() -> viewModel.name().set("mine"));
        OnScreen.await(() -> viewModel.ready().get());
        OnScreen.run(() -> button("#transfer").fire());
        OnScreen.await(() -> scene.getRoot().lookup("#question").isVisible());
        pictures("transfer-question");
        OnScreen.run(() -> button("#keep").fire());
        assertThat(scene.getRoot().lookup("#question").isVisible()).isFalse();
        assertThat(there).isEmptyDirectory();
        assertThat(jobs.list()).isEmpty();
    }

    @Test
    void namesTheModelAfterTheMethodUntilAPersonNamesIt() throws Exception {
        choosePair();
        OnScreen.run(() -> ((RadioButton) scene.getRoot().lookup("#method-clp")).fire());
        assertThat(viewModel.name().get()).endsWith("_clp_42");
        OnScreen.run(() -> viewModel.name().set("mine"));
        OnScreen.run(() -> ((RadioButton) scene.getRoot().lookup("#method-mean")).fire());
        assertThat(viewModel.name().get()).isEqualTo("mine");
        OnScreen.run(() -> viewModel.name().set("../elsewhere"));
        assertThat(viewModel.problem().get()).contains("cannot be a folder");
    }

    private void pictures(String name) throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{834, 560}, {1400, 860}}) {
                Scene other =
                        OnScreen.get(
                                () ->
                                        OnScreen.scene(
                                                new TransferView(viewModel).root(),
                                                size[0],
                                                size[1],
                                                dark));
                OnScreen.picture(
                        other,
                        Path.of(
                                "target/pictures/%s-%d%s.png"
                                        .formatted(name, size[0], dark ? "-dark" : "")));
            }
        }
    }

    private void choosePair() throws Exception {
        EmbeddedDemo demo = EmbeddedDemo.unpack(folder.resolve("embedded"));
        ModelSummary source = summary(demo.source());
        ModelSummary helper = summary(demo.helper());
        OnScreen.run(
                () -> {
                    pair.source().set(source);
                    pair.helper().set(helper);
                });
    }

    private static ModelSummary summary(Path model) throws IOException {
        return ModelSummary.read(model);
    }

    private Button button(String selector) {
        return (Button) scene.getRoot().lookup(selector);
    }
}
