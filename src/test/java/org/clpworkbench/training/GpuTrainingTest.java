package org.clpworkbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.clpworkbench.compute.Devices;
import org.clpworkbench.compute.GpuCheck;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.clpworkbench.gpu.Gpu;
import org.clpworkbench.gpu.GpuSupport;
import org.clpworkbench.job.Progress;
import org.clpworkbench.lm.Generator;
import org.clpworkbench.lm.LanguageModel;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.lm.Sampling;
import org.clpworkbench.training.RunEvent.Step;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What needs a GPU: `mvn -q test -Pgpu`, where `clp-workbench devices list` says that one is
/// ready.
@Tag("gpu")
class GpuTrainingTest {
    private static final String GPU = "cuda:0";

    @TempDir static Path shared;
    static EmbeddedDemo demo;

    @TempDir Path folder;

    @BeforeEach
    void needsAGpu() {
        GpuSupport support = GpuSupport.look();
        Assumptions.assumeTrue(support.ready(), support.sentence().inEnglish());
    }

    @BeforeAll
    static void unpack() throws IOException {
        demo = EmbeddedDemo.unpack(shared);
    }

    @Test
    void everyGpuMultipliesRight() throws Exception {
        GpuCheck.inChild(Progress.unwatched());

        assertThat(Devices.parse("auto").isGpu()).isTrue();
        Gpu first = GpuSupport.look().gpus().getFirst();
        assertThat(Devices.freeMemory(Devices.parse(GPU))).isBetween(1L, first.memory());
    }

    @Test
    void logitsAreTheProcessors() throws IOException {
        int[] ids = {5, 700, 41, 8, 3, 1999};
        assertThat(logits(GPU, ids))
                .usingComparatorWithPrecision(2e-4f)
                .containsExactly(logits("cpu", ids));
    }

    private static float[] logits(String device, int[] ids) throws IOException {
        try (var model =
                LanguageModel.open(demo.source(), Devices.parse(device), Precision.FLOAT32)) {
            return model.logits(ids);
        }
    }

    @Test
    void generatesWhatTheProcessorGenerates() throws IOException {
        assertThat(continuation(GPU)).isEqualTo(continuation("cpu"));
    }

    private static int[] continuation(String device) throws IOException {
        try (var model =
                LanguageModel.open(demo.source(), Devices.parse(device), Precision.FLOAT32)) {
            return new Generator(model).continuation(new int[] {5, 700, 41}, 16, Sampling.greedy());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theLossesAreTheProcessors(Precision precision) throws IOException {
        double tolerance = precision == Precision.FLOAT32 ? 1e-3 : 5e-2;
        List<Step> onProcessor = steps(spec("cpu", Precision.FLOAT32, 20, 8));
        List<Step> onGpu = steps(spec(GPU, precision, 20, 8));

        for (int i = 0; i < onProcessor.size(); i++) {
            assertThat(onGpu.get(i).loss()).isCloseTo(onProcessor.get(i).loss(), within(tolerance));
        }
    }

    @Test
    void whenTheMemoryDoesNotDoItAdvises() {
        TrainingSpec spec = spec(GPU, Precision.FLOAT32, 1, 500_000);

        assertThatThrownBy(() -> steps(spec))
                .hasMessageStartingWith("Memory ran out.")
                .hasMessageContaining("Less is needed with");
    }

    private TrainingSpec spec(String device, Precision precision, int steps, int batch) {
        return new TrainingSpec(
                "gpu",
                demo.source(),
                demo.training(),
                demo.validation(),
                steps,
                batch,
                64,
                Optimisation.standard(steps),
                Trainable.ALL,
                5,
                new Execution(precision, device, 1, Execution.Checkpointing.OFF),
                new Rhythm(1000, 256, 0, 0, 1));
    }

    private List<Step> steps(TrainingSpec spec) throws IOException {
        var steps = new ArrayList<Step>();
        Path run = folder.resolve(spec.execution().device() + "-" + spec.execution().precision());
        new TrainingLoop(
                        spec,
                        run,
                        event -> {
                            if (event instanceof Step step) {
                                steps.add(step);
                            }
                        },
                        () -> RunRequest.NONE)
                .run();
        return steps;
    }
}
