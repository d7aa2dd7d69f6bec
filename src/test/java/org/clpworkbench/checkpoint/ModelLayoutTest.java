package org.clpworkbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Folders of 5 tokens × width 4, with the names that transformers gives to tensors and fields.
class ModelLayoutTest {
    private static final long[] MATRIX = {5, 4};
    private static final long[] VECTOR = {5};

    @TempDir Path folder;

    private final ObjectNode config =
            new JsonMapper()
                    .createObjectNode()
                    .put("vocab_size", 5)
                    .put("hidden_size", 4)
                    .put("num_hidden_layers", 1)
                    .put("num_attention_heads", 2);
    private final Map<String, long[]> tensors = new LinkedHashMap<>();

    private ModelLayoutTest type(String type) {
        config.put("model_type", type);
        return this;
    }

    private ModelLayoutTest with(String name, long... shape) {
        tensors.put(name, shape);
        return this;
    }

    /// Every tensor holds 0, 1, 2 …, so that those of one shape are equal.
    private Path write() throws IOException {
        Path model = folder.resolve("model");
        try (var writer = CheckpointWriter.create(model, true)) {
            writer.config(config);
            writer.tensors(
                    tensors.entrySet().stream()
                            .map(each -> planned(each.getKey(), each.getValue()))
                            .toList(),
                    TinyModels.metadata());
            writer.commit();
        }
        return model;
    }

    private static PlannedTensor planned(String name, long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int at = 0; at < values.length; at++) {
            values[at] = at;
        }
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        return new PlannedTensor(name, DType.F32, sizes, TensorSource.of(values));
    }

    private List<String> found() throws IOException {
        try (var checkpoint = Checkpoint.open(write())) {
            return checkpoint.tokenTensors().stream()
                    .map(tensor -> tensor.role() + " " + tensor.name())
                    .toList();
        }
    }

    private List<String> unruled() throws IOException {
        try (var checkpoint = Checkpoint.open(write())) {
            return checkpoint.unruled().stream().map(TensorEntry::name).toList();
        }
    }

    private void refused(String... words) {
        assertThatThrownBy(() -> Checkpoint.open(write()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt2, transformer.wte.weight, lm_head.weight",
        "gpt_neo, transformer.wte.weight, lm_head.weight",
        "gptj, transformer.wte.weight, lm_head.weight",
        "gpt_neox, gpt_neox.embed_in.weight, embed_out.weight",
        "opt, model.decoder.embed_tokens.weight, lm_head.weight",
        "bloom, transformer.word_embeddings.weight, lm_head.weight",
        "falcon, transformer.word_embeddings.weight, lm_head.weight",
        "llama, model.embed_tokens.weight, lm_head.weight",
        "mistral, model.embed_tokens.weight, lm_head.weight",
        "qwen2, model.embed_tokens.weight, lm_head.weight",
        "qwen3, model.embed_tokens.weight, lm_head.weight",
        "gemma, model.embed_tokens.weight, lm_head.weight",
        "gemma2, model.embed_tokens.weight, lm_head.weight",
        "gemma3_text, model.embed_tokens.weight, lm_head.weight",
        "bert, bert.embeddings.word_embeddings.weight, cls.predictions.decoder.weight",
        "roberta, roberta.embeddings.word_embeddings.weight, lm_head.decoder.weight",
        "xlm-roberta, roberta.embeddings.word_embeddings.weight, lm_head.decoder.weight",
        "distilbert, distilbert.embeddings.word_embeddings.weight, vocab_projector.weight",
    })
    void knowsEachFamilysNamesTiedUntiedAndWithoutAHead(String type, String embedding, String head)
            throws IOException {
        type(type).with(embedding, MATRIX).with(head, MATRIX);
        config.put("tie_word_embeddings", false);
        assertThat(found()).containsExactly("EMBEDDING " + embedding, "HEAD " + head);
        config.put("tie_word_embeddings", true);
        assertThat(found()).containsExactly("EMBEDDING " + embedding);
        config.put("tie_word_embeddings", false);
        tensors.clear();
        String bare = embedding.substring(embedding.indexOf('.') + 1);
        assertThat(with(bare, MATRIX).found()).containsExactly("EMBEDDING " + bare);
    }

    /// The defaults of the configuration classes of transformers 5.
    @ParameterizedTest
    @CsvSource({
        "gpt2, true", "gpt_neo, true", "gptj, false", "gpt_neox, false", "opt, true",
        "bloom, true", "falcon, true", "llama, false", "mistral, false", "qwen2, false",
        "qwen3, false", "gemma, true", "gemma2, true", "gemma3_text, true", "bert, true",
        "roberta, true", "xlm-roberta, true", "distilbert, true", "phi, false",
    })
    void takesTheHeadForTiedWhereTheFamilyUsuallyTiesIt(String type, boolean tied) {
        type(type);
        assertThat(new ModelConfig(config).tied()).isEqualTo(tied);
        config.put("tie_word_embeddings", !tied);
        assertThat(new ModelConfig(config).tied()).isEqualTo(!tied);
    }

    @Test
    void keepsBothOutputBiasesOfAnUntiedHeadAndOneOfATiedOne() throws IOException {
        type("bert")
                .with("bert.embeddings.word_embeddings.weight", MATRIX)
                .with("cls.predictions.bias", VECTOR)
                .with("cls.predictions.decoder.weight", MATRIX)
                .with("cls.predictions.decoder.bias", VECTOR);
        assertThat(found())
                .containsExactly(
                        "EMBEDDING bert.embeddings.word_embeddings.weight",
                        "BIAS cls.predictions.bias");
        assertThat(with("final_logits_bias", 1, 5).found()).contains("BIAS final_logits_bias");
        tensors.remove("final_logits_bias");
        config.put("tie_word_embeddings", false);
        assertThat(found())
                .containsExactly(
                        "EMBEDDING bert.embeddings.word_embeddings.weight",
                        "HEAD cls.predictions.decoder.weight",
                        "BIAS cls.predictions.bias",
                        "BIAS cls.predictions.decoder.bias");
    }

    @Test
    void keepsTheShapeOfABiasWhateverTheVocabulary() {
        var row =
                new TokenTensor(
                        new TensorEntry("b", DType.F32, List.of(1L, 5L), 0, 20),
                        TokenTensor.Role.BIAS);
        var flat =
                new TokenTensor(
                        new TensorEntry("b", DType.F32, List.of(5L), 0, 20), TokenTensor.Role.BIAS);
        assertThat(row.shape(7)).containsExactly(1L, 7L);
        assertThat(flat.shape(7)).containsExactly(7L);
        assertThat(row.width()).isEqualTo(1);
    }

    @Test
    void refusesATiedBiasOfAnotherShape() {
        type("roberta")
                .with("roberta.embeddings.word_embeddings.weight", MATRIX)
                .with("lm_head.bias", VECTOR)
                .with("lm_head.decoder.bias", 6);
        refused("lm_head.decoder.bias", "[6]", "[5]");
    }

    @Test
    void readsEmbeddingsNarrowerThanTheLayers() throws IOException {
        type("opt").with("model.decoder.embed_tokens.weight", 5, 3);
        refused("[5, 3]", "[5, 4]");
        config.put("word_embed_proj_dim", 3);
        assertThat(found()).hasSize(1);
    }

    @Test
    void takesPartsOfTheTrunkForWhatTheyAreWhenSizesCoincide() throws IOException {
        // five positions, and an inner width of five: numbers like the vocabulary's
        type("llama")
                .with("model.embed_tokens.weight", MATRIX)
                .with("lm_head.weight", MATRIX)
                .with("model.layers.0.mlp.up_proj.weight", 5, 4)
                .with("model.layers.0.self_attn.rotary_emb.inv_freq", 5)
                .with("model.layers.0.vocabulary_gate.weight", 5, 4);
        assertThat(unruled()).containsExactly("model.layers.0.vocabulary_gate.weight");
        tensors.clear();
        type("bert")
                .with("embeddings.word_embeddings.weight", MATRIX)
                .with("embeddings.position_embeddings.weight", 5, 4)
                .with("embeddings.position_ids", 1, 5)
                .with("encoder.layer.0.intermediate.dense.weight", 5, 4)
                .with("pooler.dense.bias", 5);
        assertThat(unruled()).isEmpty();
    }

    @Test
    void findsTheTensorsOfAnUnknownTypeByShapeAndName() throws IOException {
        type("novel")
                .with("net.token_embedding.weight", MATRIX)
                .with("net.output.weight", MATRIX)
                .with("net.output.bias", VECTOR)
                .with("net.block.0.output.weight", 5, 4);
        config.put("tie_word_embeddings", false);
        assertThat(found())
                .containsExactly(
                        "EMBEDDING net.token_embedding.weight",
                        "HEAD net.output.weight",
                        "BIAS net.output.bias");
        assertThat(unruled()).containsExactly("net.block.0.output.weight");
    }

    @Test
    void saysWhatAnUnknownTypeLacks() {
        type("novel").with("net.tokens.weight", MATRIX);
        refused("\"novel\"", "[5, 4]", "net.tokens.weight");
        tensors.clear();
        with("net.emb.weight", MATRIX).with("net.embed2.weight", MATRIX);
        refused("net.emb.weight, net.embed2.weight");
        tensors.clear();
        with("net.emb.weight", 4, 5);
        refused("there is none");
    }

    @Test
    void readsSizesUnderEachFamilysNames() {
        ObjectNode neo =
                new JsonMapper()
                        .createObjectNode()
                        .put("model_type", "gpt_neo")
                        .put("vocab_size", 5)
                        .put("hidden_size", 4)
                        .put("num_layers", 3)
                        .put("num_heads", 2)
                        .put("max_position_embeddings", 16);
        var read = new ModelConfig(neo);
        assertThat(read.layers()).isEqualTo(3);
        assertThat(read.heads()).hasValue(2);
        assertThat(read.contextLength()).hasValue(16);
    }

    @Test
    void readsTheNestedPartOfAModelOfSeveralParts() {
        ObjectNode whole = new JsonMapper().createObjectNode().put("model_type", "gemma3");
        whole.set("text_config", config);
        var read = new ModelConfig(whole);
        assertThat(read.vocabularySize()).isEqualTo(5);
        assertThat(read.width()).isEqualTo(4);
        assertThat(read.tied()).isTrue();
    }

    @Test
    void summarizesAModelThatNothingLimitsInLength() throws IOException {
        type("bloom").with("word_embeddings.weight", MATRIX);
        assertThat(new ModelConfig(config).contextLength()).isEmpty();
        ModelSummary summary = ModelSummary.read(write());
        assertThat(summary.contextLength()).isZero();
        assertThat(summary.modelType()).isEqualTo("bloom");
        assertThat(summary.parameters()).isEqualTo(5 * 4);
    }
}
