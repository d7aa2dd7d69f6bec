package org.clpworkbench.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class NvidiaDriverTest {
    private static final String TWO =
            """
            550.54.15, GPU-aaaa-1, NVIDIA H100 80GB HBM3, 81559, 80000, 9.0
            550.54.15, GPU-bbbb-2, Quadro P2000, 5059, 1000, 6.1
            """;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir Path folder;

    @Test
    void readsVersionNamesAndMemory() throws IOException {
        NvidiaDriver driver = NvidiaDriver.parse(TWO, null);

        assertThat(driver.major()).isEqualTo(550);
        assertThat(driver.gpus())
                .containsExactly(
                        new Gpu(
                                0,
                                "NVIDIA H100 80GB HBM3",
                                81559 * MEBIBYTE,
                                80000 * MEBIBYTE,
                                9.0),
                        new Gpu(1, "Quadro P2000", 5059 * MEBIBYTE, 1000 * MEBIBYTE, 6.1));
        assertThat(driver.gpus()).extracting(Gpu::multipliesBfloat16).containsExactly(true, false);
    }

    /// As CUDA reads the variable: in its order, counted anew, up to the first that is not there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1 | Quadro P2000",
                "1,0 | Quadro P2000;NVIDIA H100 80GB HBM3",
                "GPU-bbbb | Quadro P2000",
                "0,7,1 | NVIDIA H100 80GB HBM3",
                "-1 | ''",
                "'' | ''"
            })
    void heedsVisibleDevices(String visible, String names) throws IOException {
        NvidiaDriver driver = NvidiaDriver.parse(TWO, visible);

        assertThat(String.join(";", driver.gpus().stream().map(Gpu::name).toList()))
                .isEqualTo(names);
        for (int i = 0; i < driver.gpus().size(); i++) {
            assertThat(driver.gpus().get(i).index()).isEqualTo(i);
        }
    }

    @Test
    void unknownMemoryIsNone() throws IOException {
        var driver = NvidiaDriver.parse("560.1, GPU-1, NVIDIA X, [N/A], [N/A], [N/A]", null);

        assertThat(driver.gpus()).containsExactly(new Gpu(0, "NVIDIA X", 0, 0, 0));
    }

    @Test
    void anAnswerOfAnotherKindIsTold() {
        assertThatThrownBy(() -> NvidiaDriver.parse("No devices were found", null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No devices were found");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksTheProgramThatComesWithTheDriver() throws IOException {
        assertThat(ask("/no/such/program")).isEmpty();

        Path works = program("works", "cat <<'END'\n" + TWO + "END\n");
        assertThat(ask(works.toString()).orElseThrow().gpus()).hasSize(2);

        Path broken = program("broken", "echo \"couldn't communicate with the driver\"; exit 9\n");
        assertThatThrownBy(() -> ask(broken.toString()))
                .isInstanceOf(IOException.class)
                .hasMessage("nvidia-smi ended with 9: couldn't communicate with the driver");
    }

    private Path program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private static java.util.Optional<NvidiaDriver> ask(String program) throws IOException {
        System.setProperty(NvidiaDriver.PROGRAM_PROPERTY, program);
        try {
            return NvidiaDriver.ask();
        } finally {
            System.clearProperty(NvidiaDriver.PROGRAM_PROPERTY);
        }
    }
}
