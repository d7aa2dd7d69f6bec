package org.clpworkbench.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Damaged files end in a clear refusal or a correct read: few in every build, many with `mvn -q
/// test -Psoak -Dtest=HostileFilesTest`.
class HostileFilesTest {
    @TempDir Path folder;

    @Test
    void readsTheHealthyFilesThatAreThenDamaged() throws IOException {
        byte[] header = HostileFiles.healthyHeader().getBytes(StandardCharsets.UTF_8);
        assertThat(trial("a.safetensors", 1, () -> HostileFiles.safetensors(header, 40)).read())
                .isOne();
        assertThat(trial("a.bin", 1, () -> HostileFiles.healthy().zip()).read()).isOne();
        assertThat(trial("a.bin", 1, () -> HostileFiles.healthy().legacy()).read()).isOne();
    }

    @Test
    @Timeout(60)
    void survivesAThousandDamagedFiles() throws IOException {
        survives(7, 400, 400, 200);
    }

    @Test
    @Tag("soak")
    @Timeout(600)
    void survivesFortyThousandDamagedFiles() throws IOException {
        survives(11, 15_000, 15_000, 10_000);
    }

    /// Half of the changes at least do harm; some are harmless (another name, another number).
    private void survives(long seed, int safetensors, int zip, int legacy) throws IOException {
        var files = new HostileFiles(seed);
        for (HostileFileTrial done :
                new HostileFileTrial[] {
                    trial("model.safetensors", safetensors, files::safetensors),
                    trial("zip.bin", zip, files::zip),
                    trial("legacy.bin", legacy, files::legacy)
                }) {
            System.out.println(done);
            assertThat(done.refused()).isGreaterThan(done.read());
            assertThat(done.read()).isPositive();
        }
    }

    private HostileFileTrial trial(String name, int count, Supplier<byte[]> inputs)
            throws IOException {
        var trial = new HostileFileTrial(folder.resolve(name));
        trial.run(count, inputs);
        return trial;
    }
}
