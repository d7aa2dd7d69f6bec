package org.clpworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.job.Progress;
import org.clpworkbench.tensor.DType;
import org.clpworkbench.tensor.Tensor;
import org.clpworkbench.tensor.TensorEntry;
import org.clpworkbench.tensor.TensorSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What `_init_weights` of transformers 5 makes of each kind of tensor; here all held 7 before.
class FreshWeightsTest {
    private static final float BEFORE = 7;

    private static ObjectNode config(String type) {
        return new JsonMapper()
                .createObjectNode()
                .put("model_type", type)
                .put("vocab_size", 9)
                .put("hidden_size", 4)
                .put("num_hidden_layers", 8)
                .put("initializer_range", 0.5);
    }

    private static float[] drawn(ObjectNode config, String name, long... shape) throws IOException {
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        long elements = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] before = new float[(int) elements];
        Arrays.fill(before, BEFORE);
        var entry = new TensorEntry(name, DType.F32, sizes, 0, 4 * elements);
        var collected = new Collected();
        FreshWeights.of(new ModelConfig(config), 1)
                .like(new Tensor(entry, MemorySegment.ofArray(before)), Progress.unwatched())
                .writeTo(collected);
        assertThat(collected.values).hasSize((int) elements);
        float[] values = new float[(int) elements];
        for (int at = 0; at < values.length; at++) {
            values[at] = collected.values.get(at);
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "gpt2, transformer.h.0.ln_1.weight, 1",
        "gpt2, transformer.h.0.attn.c_attn.bias, 0",
        "gpt_neox, gpt_neox.layers.0.input_layernorm.weight, 1",
        "opt, model.decoder.layers.0.fc1.bias, 0",
        "bloom, word_embeddings_layernorm.weight, 1",
        "llama, model.layers.0.input_layernorm.weight, 1",
        "qwen3, model.layers.0.self_attn.q_norm.weight, 1",
        "gemma, model.norm.weight, 0",
        "gemma2, model.layers.0.pre_feedforward_layernorm.weight, 0",
        "gemma3_text, model.layers.0.self_attn.k_norm.weight, 0",
        "bert, bert.embeddings.LayerNorm.weight, 1",
        "bert, bert.embeddings.LayerNorm.gamma, 1",
        "bert, bert.embeddings.LayerNorm.beta, 0",
        "roberta, lm_head.layer_norm.bias, 0",
    })
    void makesNormsNeutralAndBiasesZero(String type, String name, float value) throws IOException {
        assertThat(drawn(config(type), name, 5)).containsOnly(value);
    }

    @ParameterizedTest
    @CsvSource({
        // 8 layers: 0.5 / √16
        "gpt2, transformer.h.0.attn.c_proj.weight, 0.125",
        "gpt2, transformer.h.0.attn.c_attn.weight, 0.5",
        "gpt_neo, transformer.h.0.mlp.c_proj.weight, 0.5",
        "llama, model.layers.0.mlp.down_proj.weight, 0.5",
        "bert, bert.embeddings.position_embeddings.weight, 0.5",
    })
    void drawsMatricesWithTheFamilysDeviation(String type, String name, double deviation)
            throws IOException {
        float[] values = drawn(config(type), name, 100, 100);
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value / values.length;
        }
        // the standard error of a deviation from 10,000 draws is 1 / √20,000 = 0.7 % of it
        assertThat(Math.sqrt(squares)).isCloseTo(deviation, within(0.03 * deviation));
    }

    @Test
    void readsTheDeviationUnderTheNameThatOptGivesIt() {
        ObjectNode opt = config("opt").put("init_std", 0.25);
        opt.remove("initializer_range");
        assertThat(FreshWeights.of(new ModelConfig(opt), 1).deviation()).isEqualTo(0.25);
        opt.remove("init_std");
        assertThat(FreshWeights.of(new ModelConfig(opt), 1).deviation()).isEqualTo(0.02);
    }

    @Test
    void copiesMasksAndTablesThatAreNoWeights() throws IOException {
        var neox = config("gpt_neox");
        assertThat(drawn(neox, "gpt_neox.layers.0.attention.bias", 1, 1, 3, 3))
                .containsOnly(BEFORE);
        assertThat(drawn(neox, "gpt_neox.layers.0.attention.masked_bias")).containsOnly(BEFORE);
        assertThat(drawn(neox, "gpt_neox.layers.0.attention.rotary_emb.inv_freq", 4))
                .containsOnly(BEFORE);
    }

    private static final class Collected implements TensorSink {
        private final List<Float> values = new ArrayList<>();

        @Override
        public void write(MemorySegment bytes) {
            for (float value : bytes.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED)) {
                values.add(value);
            }
        }

        @Override
        public void write(float[] block, int from, int count) {
            for (int at = from; at < from + count; at++) {
                values.add(block[at]);
            }
        }
    }
}
