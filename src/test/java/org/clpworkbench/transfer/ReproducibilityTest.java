package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.clpworkbench.checkpoint.Checkpoint;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.SafetensorsWriter;
import org.clpworkbench.tensor.TensorSpec;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ReproducibilityTest extends TransferFixture {
    private static final int TOKENS = 3000;

    private static final List<String> METHODS = List.of("procrustes", "linear", "clp", "omp");

    @Test
    void givesTheSameWeightsWhateverTheNumberOfCores() throws IOException, InterruptedException {
        var source = new ArrayList<String>();
        var target = new ArrayList<String>();
        for (int at = 0; at < TOKENS; at++) {
            source.add(at % 2 == 0 ? "both" + at : "english" + at);
            target.add(at % 2 == 0 ? "both" + at : "deutsch" + at);
        }
        new ModelFolder(folder.resolve("source"), source, 64, 1).write();
        new ModelFolder(folder.resolve("helper"), target, 32, 2).write();
        assertThat(weights(1))
                .hasSize(METHODS.size())
                .doesNotHaveDuplicates()
                .isEqualTo(weights(3));
    }

    /// For each method the SHA-256 over all tensors, of transfers in a process that sees so many
    /// cores.
    private List<String> weights(int cores) throws IOException, InterruptedException {
        Path made = folder.resolve("made-by-" + cores);
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:ActiveProcessorCount=" + cores,
                                "--enable-native-access=ALL-UNNAMED",
                                "-classpath",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                MadeTransfers.class.getName(),
                                folder.resolve("source").toString(),
                                folder.resolve("helper").toString(),
                                made.toString()));
        command.addAll(METHODS);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        var weights = new ArrayList<String>();
        for (String method : METHODS) {
            Path manifest = made.resolve(method).resolve(CrossLingualTransfer.MANIFEST_FILE);
            weights.add(
                    new ObjectMapper()
                            .readTree(manifest.toFile())
                            .path("output")
                            .path("weights")
                            .asText());
        }
        return weights;
    }

    @Test
    void findsAByteThatChangedOnTheDisk() throws IOException {
        write(source(), helper());
        Path file = folder.resolve("copied.safetensors");
        try (var source = Checkpoint.open(folder.resolve("source"))) {
            var copied = new SourceTensors(source);
            var tensor = source.tensor(EMBEDDING).entry();
            var spec = new TensorSpec(EMBEDDING, tensor.dtype(), tensor.shape());
            try (var writer = SafetensorsWriter.create(file, List.of(spec), Map.of())) {
                writer.write(EMBEDDING, copied.copy(EMBEDDING, Progress.unwatched()));
                writer.commit();
            }
            var written = new WrittenTensors(copied, Set.of());
            written.check(file, Progress.unwatched());
            assertThat(written.unchanged()).isEqualTo(1);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> written.check(file, Progress.unwatched()))
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("came back from the disk changed");
        }
    }

    @Test
    void refusesRowsThatOverflowTheirType() throws IOException {
        // ±60,000 is within F16 (65,504), but many draws of that deviation are not
        float[] large = new float[SOURCE.size() * WIDTH];
        for (int at = 0; at < large.length; at++) {
            large[at] = at / WIDTH % 2 == 0 ? 60_000 : -60_000;
        }
        write(source().dtype(DType.F16).embedding(large), helper());
        assertThatThrownBy(() -> run("normal"))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("infinite or no numbers");
        assertThat(target()).doesNotExist();
    }
}
