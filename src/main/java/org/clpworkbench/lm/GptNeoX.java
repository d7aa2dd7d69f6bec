package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// GPT-NeoX (Black et al. 2022) and Pythia (Biderman et al. 2023).
///
/// @param inner width of the feed-forward layers
/// @param attentionBias whether the products of the attention have biases
/// @param parallel whether feed-forward and attention read the same input
public record GptNeoX(
        ModelSizes sizes,
        int inner,
        Activation activation,
        double epsilon,
        boolean attentionBias,
        boolean parallel,
        RotaryPositions rotary)
        implements Architecture {
    private static final double ROTATED_SHARE = 0.25;

    static GptNeoX of(ModelConfig config) throws CheckpointException {
        ObjectNode json = config.text();
        ModelSizes sizes = ModelSizes.of(config, 2_048);
        return new GptNeoX(
                sizes,
                json.path("intermediate_size").asInt(4 * config.width()),
                Activation.named(json.path("hidden_act").asText("gelu")),
                json.path("layer_norm_eps").asDouble(1e-5),
                json.path("attention_bias").asBoolean(true),
                json.path("use_parallel_residual").asBoolean(true),
                RotaryPositions.of(json, sizes, 10_000, ROTATED_SHARE));
    }

    @Override
    public ParameterLayout parameters() {
        long width = sizes.width();
        var layer = new ArrayList<Parameter>();
        layer.addAll(Parameter.weightAndBias("input_layernorm", width));
        layer.addAll(Parameter.weightAndBias("post_attention_layernorm", width));
        layer.addAll(
                Parameter.product("attention.query_key_value", 3 * width, width, attentionBias));
        layer.addAll(Parameter.product("attention.dense", width, width, attentionBias));
        layer.addAll(Parameter.weightAndBias("mlp.dense_h_to_4h", inner, width));
        layer.addAll(Parameter.weightAndBias("mlp.dense_4h_to_h", width, inner));
        return ParameterLayout.of(
                sizes,
                "gpt_neox.",
                List.of(Parameter.of("embed_in.weight", sizes.vocabulary(), width)),
                "layers.",
                layer,
                Parameter.weightAndBias("final_layer_norm", width),
                "embed_out.weight",
                "lm_head.weight");
    }

    @Override
    public Activations activations() {
        // as in GPT-2; parallel parts read one and the same input
        int inputs = parallel ? 1 : 2;
        return new Activations((long) inputs * sizes.width(), 7L * sizes.width() + 2L * inner);
    }

    @Override
    public List<String> scripts() {
        return List.of("rotary.py", "gpt_neox.py");
    }

    @Override
    public Map<String, Object> constants() {
        return rotary.constantsWith(Map.of("parallel", parallel));
    }
}
