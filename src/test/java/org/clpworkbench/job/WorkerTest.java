package org.clpworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

class WorkerTest {
    @TempDir Path folder;

    /// A child that is to compute with another libtorch has the CPU's not even on its class path.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jarsCanBeLeftOut(boolean leftOut) {
        String classPath = Worker.classPath(leftOut ? List.of("pytorch-native-cpu") : List.of());

        assertThat(classPath.contains("pytorch-native-cpu")).isEqualTo(!leftOut);
        assertThat(classPath).contains("pytorch-engine");
    }

    @Test
    void aChildWithoutACpuLibtorchStillAnswers() throws Exception {
        Path log = folder.resolve("log");
        var limits = new Worker.Limits(2, List.of("pytorch-native-cpu"));

        Process child = Worker.start(List.of("devices", "list"), log, limits);

        assertThat(child.waitFor()).isZero();
        assertThat(log).content().contains("cpu").contains("usable");
    }
}
