package org.clpworkbench.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.gpu.GpuGauge.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

class GpuGaugeTest {
    private static final long MEBIBYTE = 1 << 20;

    @TempDir private Path folder;

    @AfterEach
    void askTheRealDriverAgain() {
        System.clearProperty(NvidiaDriver.PROGRAM_PROPERTY);
    }

    @Test
    void readsALineAndPassesOverWhatIsNone() {
        assertThat(GpuGauge.parse("1, 37, 5120, 81559"))
                .contains(new Reading(1, 0.37, 5120 * MEBIBYTE, 81559 * MEBIBYTE));
        // a GPU that does not tell, and an end of the driver
        assertThat(GpuGauge.parse("0, [N/A], 5120, 81559")).isEmpty();
        assertThat(GpuGauge.parse("Unable to determine the device handle")).isEmpty();
        assertThat(GpuGauge.parse("")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tellsTheLatestOfEachGpuUntilItIsClosed() throws Exception {
        standIn(
                "echo '0, 10, 100, 8000'; echo '1, 90, 700, 8000'; echo '0, 95, 200, 8000'; echo $$"
                        + " > "
                        + folder.resolve("pid")
                        + "; exec sleep 600");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Path pid = folder.resolve("pid");
        try (var gauge = GpuGauge.start()) {
            while (gauge.busiest().map(Reading::load).orElse(0.0) != 0.95) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(10);
            }
            assertThat(gauge.latest()).extracting(Reading::gpu).containsExactly(0, 1);
            assertThat(gauge.busiest()).map(Reading::memoryUsed).contains(200 * MEBIBYTE);
            while (!Files.exists(pid) || Files.size(pid) == 0) {
                Thread.sleep(10);
            }
        }
        var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        while (process.filter(ProcessHandle::isAlive).isPresent()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void tellsNothingWithoutADriver() {
        System.setProperty(
                NvidiaDriver.PROGRAM_PROPERTY, folder.resolve("no-nvidia-smi").toString());
        try (var gauge = GpuGauge.start()) {
            assertThat(gauge.busiest()).isEmpty();
        }
    }

    private void standIn(String script) throws IOException {
        Path program = folder.resolve("nvidia-smi");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.setProperty(NvidiaDriver.PROGRAM_PROPERTY, program.toString());
    }
}
