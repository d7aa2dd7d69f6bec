package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clpworkbench.PeerPython;
import org.clpworkbench.tensor.RefusedTensorFileException;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TorchBytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class PyTorchCheckpointTest {
    private static final Path SCRIPT =
            Path.of("src/test/resources/org/clpworkbench/checkpoint/pytorch_checkpoint.py");
    private static final String FIRST = "pytorch_model-00001-of-00002.bin";
    private static final String SECOND = "pytorch_model-00002-of-00002.bin";

    @TempDir Path folder;

    private Path model() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model"));
        String config = TinyModels.config(3, 2, true).toString();
        Files.writeString(model.resolve("config.json"), config);
        return model;
    }

    private static TorchBytes embedding(float first) {
        return new TorchBytes()
                .tensor("transformer.wte.weight", new long[] {3, 2}, first, 2, 3, 4, 5, 6);
    }

    private static TorchBytes norm() {
        return new TorchBytes().tensor("transformer.ln_f.weight", new long[] {2}, 7, 8);
    }

    private Path sharded() throws IOException {
        Path model = model();
        Files.write(model.resolve(FIRST), embedding(1).zip());
        Files.write(model.resolve(SECOND), norm().legacy());
        String index =
                """
                {"weight_map": {"transformer.wte.weight": "%s", "transformer.ln_f.weight": "%s"}}
                """
                        .formatted(FIRST, SECOND);
        Files.writeString(model.resolve("pytorch_model.bin.index.json"), index);
        return model;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var source = Checkpoint.open(from);
                var writer = CheckpointWriter.create(to, false)) {
            writer.config(source.config().json());
            var tensors = new ArrayList<PlannedTensor>();
            for (String name : source.entries().keySet()) {
                tensors.add(PlannedTensor.copyOf(source.tensor(name)));
            }
            writer.tensors(tensors, TinyModels.metadata(), source::fileOf, _ -> {});
            writer.commit();
        }
    }

    @Test
    void readsASinglePyTorchFileAndNamesItsSafetensorsFile() throws IOException {
        Path model = model();
        Files.write(model.resolve("pytorch_model.bin"), embedding(1).zip());
        try (var checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.tensor("transformer.wte.weight").floats())
                    .containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(checkpoint.files()).containsExactly(model.resolve("pytorch_model.bin"));
            assertThat(checkpoint.fileOf("transformer.wte.weight")).isEqualTo("model.safetensors");
            assertThat(checkpoint.holderOf("transformer.wte.weight"))
                    .isEqualTo(model.resolve("pytorch_model.bin"));
        }
    }

    @Test
    void copiesShardsIntoSafetensorsShardsOfTheSameLayout() throws IOException {
        Path copy = folder.resolve("copy");
        copy(sharded(), copy);
        assertThat(copy).isDirectoryContaining("glob:**/model-00001-of-00002.safetensors");
        assertThat(copy).isDirectoryNotContaining("glob:**/*.bin*");
        try (var checkpoint = Checkpoint.open(copy)) {
            assertThat(checkpoint.fileOf("transformer.ln_f.weight"))
                    .isEqualTo("model-00002-of-00002.safetensors");
            assertThat(checkpoint.tensor("transformer.ln_f.weight").floats()).containsExactly(7, 8);
        }
    }

    @Test
    void prefersSafetensorsWhereBothAreThere() throws IOException {
        Path model = sharded();
        Path other = folder.resolve("other");
        copy(model, other);
        Files.write(model.resolve("pytorch_model.bin"), embedding(9).zip());
        try (var checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.tensor("transformer.wte.weight").floats()).startsWith(9);
        }
        for (String name :
                List.of(
                        "model.safetensors.index.json",
                        "model-00001-of-00002.safetensors",
                        "model-00002-of-00002.safetensors")) {
            Files.copy(other.resolve(name), model.resolve(name));
        }
        try (var checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.tensor("transformer.wte.weight").floats()).startsWith(1);
        }
    }

    @Test
    void refusesAMissingShardAndAnIndexThatDisagrees() throws IOException {
        Path model = sharded();
        Files.write(model.resolve(SECOND), embedding(1).zip());
        assertThatThrownBy(() -> Checkpoint.open(model))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("pytorch_model.bin.index.json", "transformer.ln_f.weight");
        Files.delete(model.resolve(SECOND));
        assertThatThrownBy(() -> Checkpoint.open(model))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(SECOND + " is missing", "pytorch_model.bin.index.json");
    }

    @Test
    void passesOnTheRefusalOfAPickleThatAsksForMore() throws IOException {
        Path model = model();
        byte[] bytes = embedding(1).legacy();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] attack =
                text.replace("torch\nFloatStorage", "os\nsystem")
                        .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(model.resolve("pytorch_model.bin"), attack);
        assertThatThrownBy(() -> Checkpoint.open(model))
                .isInstanceOf(RefusedTensorFileException.class)
                .hasMessageContaining("\"os.system\"");
    }

    @Tag("peers")
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void copiesATransformersModelThatLoadsAgain(int shards)
            throws IOException, InterruptedException {
        PeerPython python = PeerPython.required();
        Path model = Files.createDirectories(folder.resolve("gpt2"));
        Path copy = folder.resolve("copy");
        python.run(SCRIPT, List.of("write", model.toString(), String.valueOf(shards)));
        copy(model, copy);
        try (var checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.files()).hasSize(shards);
            assertThat(checkpoint.outputHead()).isEmpty();
            assertThat(checkpoint.entries().values().stream().map(TensorEntry::name))
                    .contains("transformer.h.1.attn.bias");
        }
        assertThat(python.run(SCRIPT, List.of("check", model.toString(), copy.toString())))
                .contains("equal");
    }
}
