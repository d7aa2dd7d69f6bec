package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Llama (Touvron et al. 2023) and those built after it: Mistral (Jiang et al. 2023), Qwen2 and
/// Qwen3 (Yang et al. 2024, 2025), Gemma (Mesnard et al. 2024).
///
/// @param inner width of the feed-forward layers
/// @param queryBias whether the products that make queries, keys and values have biases
/// @param outputBias whether the one after the attention has
/// @param innerBias whether those of the feed-forward layers have
/// @param headNorms whether queries and keys are normed, head by head
/// @param gemma whether embeddings are scaled by the root of the width and norm weights count from
///   1
/// @param window how many of the latest tokens are seen
public record Llama(
        ModelSizes sizes,
        int inner,
        Activation activation,
        double epsilon,
        boolean queryBias,
        boolean outputBias,
        boolean innerBias,
        boolean headNorms,
        boolean gemma,
        int window,
        RotaryPositions rotary)
        implements Architecture {
    static Llama of(ModelConfig config) throws CheckpointException {
        Architecture.refuse(config, "use_sliding_window", "use_bidirectional_attention");
        ObjectNode json = config.text();
        String type = config.modelType();
        ModelSizes sizes = sizes(config, json);
        boolean attentionBias = json.path("attention_bias").asBoolean(false);
        boolean gemma = type.equals("gemma");
        return new Llama(
                sizes,
                json.path("intermediate_size").asInt(4 * config.width()),
                gemma
                        ? Activation.GELU_TANH // whatever older files say: its authors' correction
                        : Activation.named(json.path("hidden_act").asText("silu")),
                json.path("rms_norm_eps").asDouble(1e-6),
                type.equals("qwen2") || attentionBias,
                attentionBias && !type.equals("qwen2"),
                json.path("mlp_bias").asBoolean(false),
                type.equals("qwen3"),
                gemma,
                type.equals("mistral") ? window(json.path("sliding_window")) : Integer.MAX_VALUE,
                RotaryPositions.of(json, sizes, 10_000, 1));
    }

    private static ModelSizes sizes(ModelConfig config, ObjectNode json)
            throws CheckpointException {
        int heads = ModelSizes.heads(config);
        int usual =
                switch (config.modelType()) {
                    case "gemma" -> 256;
                    case "qwen3" -> 128;
                    default -> config.width() / heads;
                };
        return ModelSizes.of(
                config,
                2_048,
                json.path("num_key_value_heads").asInt(heads),
                json.path("head_dim").asInt(usual));
    }

    private static int window(JsonNode said) {
        return said.isNull() ? Integer.MAX_VALUE : said.asInt(4_096);
    }

    @Override
    public ParameterLayout parameters() {
        long width = sizes.width();
        long queries = (long) sizes.heads() * sizes.headWidth();
        long keys = (long) sizes.keyValueHeads() * sizes.headWidth();
        var layer = new ArrayList<Parameter>();
        layer.add(Parameter.of("input_layernorm.weight", width));
        layer.addAll(Parameter.product("self_attn.q_proj", queries, width, queryBias));
        layer.addAll(Parameter.product("self_attn.k_proj", keys, width, queryBias));
        layer.addAll(Parameter.product("self_attn.v_proj", keys, width, queryBias));
        layer.addAll(Parameter.product("self_attn.o_proj", width, queries, outputBias));
        if (headNorms) {
            layer.add(Parameter.of("self_attn.q_norm.weight", sizes.headWidth()));
            layer.add(Parameter.of("self_attn.k_norm.weight", sizes.headWidth()));
        }
        layer.add(Parameter.of("post_attention_layernorm.weight", width));
        layer.addAll(Parameter.product("mlp.gate_proj", inner, width, innerBias));
        layer.addAll(Parameter.product("mlp.up_proj", inner, width, innerBias));
        layer.addAll(Parameter.product("mlp.down_proj", width, inner, innerBias));
        return ParameterLayout.of(
                sizes,
                "model.",
                List.of(Parameter.of("embed_tokens.weight", sizes.vocabulary(), width)),
                "layers.",
                layer,
                List.of(Parameter.of("norm.weight", width)),
                "lm_head.weight");
    }

    @Override
    public Activations activations() {
        long width = sizes.width();
        long queries = (long) sizes.heads() * sizes.headWidth();
        long keys = (long) sizes.keyValueHeads() * sizes.headWidth();
        // a norm keeps its input and what it made of it, before the weights
        long wide = 4 * width + (headNorms ? 2 * (queries + keys) : 0);
        // two normed; queries, attended, merged; keys and values, once for every query
        long attention = 2 * width + 3 * queries + 2 * queries;
        return new Activations(wide, attention + 4L * inner);
    }

    @Override
    public List<String> scripts() {
        return List.of("rotary.py", "llama.py");
    }

    @Override
    public Map<String, Object> constants() {
        return rotary.constantsWith(
                Map.of(
                        "keyValueHeads",
                        sizes.keyValueHeads(),
                        "headNorms",
                        headNorms,
                        "normOffset",
                        gemma ? 1.0 : 0.0,
                        "embeddingScale",
                        gemma ? Math.sqrt(sizes.width()) : 1.0,
                        "window",
                        window));
    }
}
