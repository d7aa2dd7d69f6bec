package org.clpworkbench.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;

import org.clpworkbench.gpu.CudaFetch;
import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.gpu.GpuSupport.State;
import org.clpworkbench.gpu.PublishedRuntime;
import org.clpworkbench.job.Job;
import org.clpworkbench.job.Jobs;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.settings.SettingsFile;
import org.clpworkbench.settings.Workspace;
import org.clpworkbench.ui.Faults;
import org.clpworkbench.ui.chart.OnScreen;
import org.clpworkbench.ui.chart.Recorder;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Pair;
import org.clpworkbench.ui.common.ScreenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A machine with a GPU as the form sees it; the runtime comes from a server of the test's.
class GpuSetupTest {
    private static final Gpu GPU = new Gpu(0, "RTX 4090", 24L << 30, 20L << 30, 8.9);
    private static final String RUNTIME = "libtorch.so";

    @TempDir private Path folder;
    private final Jobs jobs = new Jobs();
    private final Recorder recorder = new Recorder();
    private PublishedRuntime server;
    private volatile boolean checked;
    private volatile String fault = "";
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        server = new PublishedRuntime().file(RUNTIME, new byte[1_000_000]);
        Job<String> check =
                _ -> {
                    if (!fault.isEmpty()) {
                        throw new IOException(fault);
                    }
                    checked = true;
                    return "";
                };
        var steps =
                new GpuSteps(
                        this::support,
                        () -> checked ? List.of("auto", "cpu", "cuda:0") : List.of("auto", "cpu"),
                        progress -> CudaFetch.plan(server.address(), runtime(), progress),
                        check);
        var context =
                new ScreenContext(new Workspace(folder), jobs, new Pair(), recorder, recorder);
        var settings = new SettingsFile(folder.resolve("settings.json"));
        var viewModel =
                OnScreen.get(
                        () ->
                                new TrainingViewModel(
                                        context, settings, new PairAtHand(context.pair()), steps));
        scene = OnScreen.get(() -> OnScreen.show(new TrainingView(viewModel).root(), 980, 640));
        OnScreen.run(() -> ((TitledPane) scene.lookup("#advanced")).setExpanded(true));
    }

    @AfterEach
    void close() throws Exception {
        OnScreen.run(() -> scene.getWindow().hide());
        jobs.close();
        server.close();
    }

    private Path runtime() {
        return folder.resolve("cuda");
    }

    private GpuSupport support() {
        if (checked) {
            return support(State.READY, "gpu.ready");
        }
        return Files.exists(runtime())
                ? support(State.UNCHECKED, "gpu.unchecked")
                : support(State.NO_RUNTIME, "gpu.runtime");
    }

    private static GpuSupport support(State state, String key) {
        return new GpuSupport(state, List.of(GPU), Sentence.of(GpuSupport.class, key, "RTX 4090"));
    }

    private String sentence() {
        return ((Label) scene.lookup("#gpu")).getText();
    }

    private Button button() {
        return (Button) scene.lookup("#gpuAction");
    }

    private void press(String words) throws Exception {
        OnScreen.await(() -> button().getText().equals(words) && !button().isDisabled());
        OnScreen.run(() -> button().fire());
    }

    @Test
    void theRuntimeIsFetchedOnceAgreedToAndTheGpuIsOffered() throws Exception {
        recorder.agreeable = true;
        OnScreen.await(
                () -> sentence().equals("RTX 4090: the CUDA runtime has not been fetched yet."));
        OnScreen.run(() -> ((ScrollPane) scene.lookup("#formScroll")).setVvalue(1));
        OnScreen.picture(scene, Path.of("target/pictures/training-gpu.png"));
        assertThat(OnScreen.get(() -> Faults.ofTexts(scene))).isEmpty();
        press("Get the CUDA runtime…");

        OnScreen.await(() -> sentence().equals("RTX 4090: ready."));
        assertThat(recorder.asked).hasSize(1);
        assertThat(recorder.asked.getFirst())
                .contains(
                        "localhost",
                        Numbers.bytes(1_000_000) + " on the disk",
                        runtime().toString());
        assertThat(runtime().resolve(RUNTIME)).hasSize(1_000_000);
        assertThat(button().isVisible()).isFalse();
        assertThat(devices()).contains("cuda:0");
        assertThat(deviceShown()).isEqualTo("auto");
    }

    @Test
    void withoutConsentNothingIsFetched() throws Exception {
        press("Get the CUDA runtime…");

        OnScreen.await(() -> recorder.asked.size() == 1 && !button().isDisabled());
        assertThat(runtime()).doesNotExist();
        assertThat(folder.resolve("cuda.part")).doesNotExist();
    }

    @Test
    void aRuntimeThatDoesNotComputeSaysWhyAndCanBeCheckedAgain() throws Exception {
        recorder.agreeable = true;
        fault = "cuda:0 multiplies wrongly.";
        press("Get the CUDA runtime…");
        OnScreen.await(() -> sentence().equals("cuda:0 multiplies wrongly."));

        fault = "";
        press("Check the GPUs");
        OnScreen.await(() -> sentence().equals("RTX 4090: ready."));
    }

    private List<String> devices() {
        return List.copyOf(box().getItems());
    }

    private String deviceShown() {
        return box().getEditor().getText();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> box() {
        return (ComboBox<String>) scene.lookup("#device");
    }
}
