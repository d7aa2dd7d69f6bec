package org.clpworkbench.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.clpworkbench.gpu.GpuSupport.State;
import org.clpworkbench.problem.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class GpuSupportTest {
    private static final Gpu GPU = new Gpu(0, "RTX 4090", 24L << 30, 20L << 30, 8.9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "470.57.02 | true | true | true | OLD_DRIVER | driver 470.57.02 is too old; install"
                        + " 525",
                "550.54.15 | false | false | false | NO_BUILD | no CUDA build of libtorch for",
                "550.54.15 | true | false | false | NO_RUNTIME | has not been fetched yet",
                "550.54.15 | true | true | false | UNCHECKED | has not computed correctly yet",
                "525.60.13 | true | true | true | READY | RTX 4090: ready."
            })
    void saysWhatIsMissingFirst(
            String version,
            boolean published,
            boolean fetched,
            boolean checked,
            State state,
            String words) {
        var driver = new NvidiaDriver(version, List.of(GPU));

        GpuSupport support = GpuSupport.of(driver, published, fetched, checked);

        assertThat(support.state()).isEqualTo(state);
        assertThat(support.sentence().inEnglish()).startsWith("RTX 4090").contains(words);
        assertThat(support.gpus()).containsExactly(GPU);
    }

    @Test
    void aCardWithoutADriverIsNamed() {
        Sentence sentence = GpuSupport.withoutDriver(Optional.of("GeForce GTX 1080")).sentence();
        assertThat(sentence.inEnglish())
                .contains("GeForce GTX 1080", "install NVIDIA’s driver 525 or newer");
        assertThat(sentence.in(Locale.GERMAN))
                .startsWith("Es gibt eine Karte von NVIDIA (GeForce GTX 1080), aber");
        assertThat(GpuSupport.withoutDriver(Optional.empty()).state()).isEqualTo(State.NO_GPU);
    }

    @Test
    void severalGpusAreCounted() {
        var driver = new NvidiaDriver("550.54.15", List.of(GPU, GPU));

        Sentence ready = GpuSupport.of(driver, true, true, true).sentence();
        assertThat(ready.inEnglish()).isEqualTo("2 GPUs, RTX 4090: ready.");
        assertThat(ready.in(Locale.CHINESE)).isEqualTo("2 个 GPU，RTX 4090：已就绪。");
    }

    /// Not one that was given for the processor alone.
    @Test
    void aCudaBuildThatSomeoneInstalledIsTakenAsItIs(@TempDir Path folder) throws IOException {
        System.setProperty("PYTORCH_LIBRARY_PATH", folder.toString());
        try {
            Files.createFile(folder.resolve(System.mapLibraryName("torch")));
            assertThat(CudaRuntime.given()).isFalse();

            Files.createFile(folder.resolve(System.mapLibraryName("torch_cuda")));
            assertThat(CudaRuntime.usable()).isTrue();
        } finally {
            System.clearProperty("PYTORCH_LIBRARY_PATH");
        }
    }

    /// The flavor is that of the library in DJL's own jar; a new DJL may come with another.
    @Test
    void theRuntimeIsTheOneThatDjlWasBuiltFor() {
        String library = "/jnilib/linux-x86_64/" + CudaRuntime.FLAVOR + "/libdjl_torch.so";

        assertThat(GpuSupport.class.getResource(library)).isNotNull();
        assertThat(CudaRuntime.version()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(CudaRuntime.folder().getFileName().toString())
                .startsWith(CudaRuntime.version() + "-cu");
    }
}
