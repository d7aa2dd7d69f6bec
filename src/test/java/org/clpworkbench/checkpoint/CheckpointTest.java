package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.MalformedTensorFileException;
import org.clpworkbench.tensor.TensorSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

class CheckpointTest {
    @TempDir Path folder;

    private Path write(ObjectNode config, List<PlannedTensor> tensors, UnaryOperator<String> fileOf)
            throws IOException {
        Path model = folder.resolve("model");
        try (var writer = CheckpointWriter.create(model, true)) {
            writer.config(config);
            writer.tensors(tensors, TinyModels.metadata(), fileOf, _ -> {});
            writer.commit();
        }
        return model;
    }

    private Path single(ObjectNode config, List<PlannedTensor> tensors) throws IOException {
        return write(config, tensors, _ -> Checkpoint.SINGLE_FILE);
    }

    private static String shardOf(String tensor) {
        return tensor.contains(".h.")
                ? "m-00002-of-00002.safetensors"
                : "m-00001-of-00002.safetensors";
    }

    private Path sharded() throws IOException {
        var tensors = TinyModels.tensors(5, 4, "transformer.", 1);
        return write(TinyModels.config(5, 4, true), tensors, CheckpointTest::shardOf);
    }

    private void refuses(Path model, String... words) {
        assertThatThrownBy(() -> Checkpoint.open(model))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void findsTheEmbeddingWithAndWithoutThePrefix() throws IOException {
        for (String prefix : List.of("transformer.", "")) {
            var tensors = TinyModels.tensors(5, 4, prefix, 1);
            Path model = single(TinyModels.config(5, 4, true), tensors);
            try (var checkpoint = Checkpoint.open(model)) {
                assertThat(checkpoint.inputEmbedding()).isEqualTo(prefix + "wte.weight");
                assertThat(checkpoint.outputHead()).isEmpty();
                assertThat(checkpoint.entries()).hasSize(16);
                assertThat(checkpoint.tensor(prefix + "wte.weight").rows(0, 5)).hasSize(5 * 4);
            }
        }
    }

    @Test
    void findsAnUntiedHead() throws IOException {
        var tensors = new ArrayList<>(TinyModels.tensors(5, 4, "transformer.", 1));
        tensors.add(TinyModels.drawn("lm_head.weight", List.of(5L, 4L), new Random(2)));
        try (var checkpoint = Checkpoint.open(single(TinyModels.config(5, 4, false), tensors))) {
            assertThat(checkpoint.outputHead()).contains("lm_head.weight");
            assertThat(checkpoint.config().tied()).isFalse();
        }
    }

    @Test
    void leavesOutATiedHeadThatWasSavedTwice() throws IOException {
        var tensors = new ArrayList<>(TinyModels.tensors(5, 4, "transformer.", 1));
        var embedding =
                tensors.stream().filter(t -> t.name().endsWith("wte.weight")).findFirst().get();
        tensors.add(
                new PlannedTensor(
                        "lm_head.weight", DType.F32, List.of(5L, 4L), embedding.source()));
        try (var checkpoint = Checkpoint.open(single(TinyModels.config(5, 4, true), tensors))) {
            assertThat(checkpoint.outputHead()).isEmpty();
            assertThat(checkpoint.entries()).doesNotContainKey("lm_head.weight");
        }
    }

    @Test
    void refusesATiedHeadThatDiffers() throws IOException {
        var tensors = new ArrayList<>(TinyModels.tensors(5, 4, "transformer.", 1));
        tensors.add(TinyModels.drawn("lm_head.weight", List.of(5L, 4L), new Random(2)));
        refuses(single(TinyModels.config(5, 4, true), tensors), "tie_word_embeddings");
    }

    @Test
    void refusesAnUntiedModelWithoutAHead() throws IOException {
        var tensors = TinyModels.tensors(5, 4, "transformer.", 1);
        refuses(single(TinyModels.config(5, 4, false), tensors), "no lm_head.weight");
    }

    @Test
    void refusesAnEmbeddingOfAnotherSizeThanTheConfigSays() throws IOException {
        var tensors = TinyModels.tensors(5, 4, "transformer.", 1);
        refuses(single(TinyModels.config(6, 4, true), tensors), "[5, 4]", "[6, 4]");
    }

    @Test
    void refusesALayoutThatItDoesNotKnow() throws IOException {
        var tensors =
                List.of(
                        new PlannedTensor(
                                "x", DType.F32, List.of(0L), TensorSource.of(new float[0])));
        refuses(single(TinyModels.config(5, 4, true), tensors), "wte.weight", "\"gpt2\"");
    }

    @Test
    void readsShardsThroughTheirIndexAndRemembersWhichHoldsWhat() throws IOException {
        Path model = sharded();
        assertThat(model.resolve("model.safetensors.index.json")).exists();
        try (var checkpoint = Checkpoint.open(model)) {
            assertThat(checkpoint.entries()).hasSize(16);
            assertThat(checkpoint.files()).hasSize(2);
            assertThat(checkpoint.entries().keySet())
                    .allSatisfy(
                            name -> assertThat(checkpoint.fileOf(name)).isEqualTo(shardOf(name)));
        }
    }

    @Test
    void refusesAMissingShard() throws IOException {
        Path model = sharded();
        Files.delete(model.resolve("m-00002-of-00002.safetensors"));
        refuses(model, "m-00002-of-00002.safetensors is missing");
    }

    @Test
    void refusesAnIndexThatDisagreesWithItsShards() throws IOException {
        Path model = sharded();
        Path index = model.resolve("model.safetensors.index.json");
        String text = Files.readString(index);
        Files.writeString(index, text.replace("ln_f.bias", "ln_g.bias"));
        refuses(model, "says that", "ln_g.bias", "does not");
        Files.writeString(index, text.replaceFirst("\"transformer.ln_f.bias\"[^,]*,", ""));
        refuses(model, "holds transformer.ln_f.bias", "does not say so");
        Files.writeString(index, text.replace("m-00001-of", "../m-00001-of"));
        refuses(model, "not a file of this folder");
        Files.writeString(index, "{");
        refuses(model, "not valid JSON");
        Files.writeString(index, "{}");
        refuses(model, "no \"weight_map\"");
    }

    @Test
    void refusesAFolderWithoutConfigOrWeights() throws IOException {
        refuses(folder.resolve("none"), "not a folder");
        refuses(folder, "no config.json");
        Files.writeString(folder.resolve("config.json"), "[]");
        refuses(folder, "not a JSON object");
        Files.writeString(folder.resolve("config.json"), "{\"a\" 1}");
        refuses(folder, "not valid JSON");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\":\"gpt2\"}");
        refuses(folder, "\"vocab_size\" is missing");
        Files.writeString(folder.resolve("config.json"), TinyModels.config(5, 4, true).toString());
        refuses(folder, "neither model.safetensors nor model.safetensors.index.json");
    }

    @Test
    void passesOnTheFaultOfADamagedTensorFile() throws IOException {
        Path model = single(TinyModels.config(5, 4, true), TinyModels.tensors(5, 4, "", 1));
        byte[] bytes = Files.readAllBytes(model.resolve("model.safetensors"));
        Files.write(model.resolve("model.safetensors"), Arrays.copyOf(bytes, 5));
        assertThatThrownBy(() -> Checkpoint.open(model))
                .isInstanceOf(MalformedTensorFileException.class);
    }

    @Test
    void summarizesAModelFromItsHeaders() throws IOException {
        Path model = TinyModels.write(folder.resolve("tiny"), 4, List.of("<|e|>", "a", "b"), 1);
        ModelSummary summary = ModelSummary.read(model);
        assertThat(summary.name()).isEqualTo("tiny");
        // wte 3×4 + wpe 16×4 + three norms of 2×4
        // + attention 4×12 + 12 + 4×4 + 4 + MLP 4×16 + 16 + 16×4 + 4
        assertThat(summary.parameters())
                .isEqualTo(12 + 64 + 24 + (48 + 12 + 16 + 4) + (64 + 16 + 64 + 4));
        assertThat(summary.dtype()).isEqualTo("F32");
        assertThat(summary.contextLength()).isEqualTo(16);
        assertThat(summary.bytes()).isEqualTo(Files.size(model.resolve("model.safetensors")));
    }
}
