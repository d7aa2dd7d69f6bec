package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// OPT (Zhang et al. 2022).
///
/// @param embeddingWidth numbers per token in the embedding; where it is not the width, a product
///   stands between
/// @param inner width of the feed-forward layers
/// @param normFirst whether norms stand before attention and feed-forward, as in all but the 350M
///   model
/// @param normLast whether one stands after the last layer
/// @param biases whether products have biases
/// @param scaledNorms whether norms have weights and biases
public record Opt(
        ModelSizes sizes,
        int embeddingWidth,
        int inner,
        Activation activation,
        boolean normFirst,
        boolean normLast,
        boolean biases,
        boolean scaledNorms)
        implements Architecture {
    /// The first two rows of the positions belong to padding.
    private static final int POSITION_OFFSET = 2;

    static Opt of(ModelConfig config) throws CheckpointException {
        ObjectNode json = config.text();
        boolean normFirst = json.path("do_layer_norm_before").asBoolean(true);
        return new Opt(
                ModelSizes.of(config, 2_048),
                config.embeddingWidth(),
                json.path("ffn_dim").asInt(4 * config.width()),
                Activation.named(json.path("activation_function").asText("relu")),
                normFirst,
                normFirst && !json.path("_remove_final_layer_norm").asBoolean(false),
                json.path("enable_bias").asBoolean(true),
                json.path("layer_norm_elementwise_affine").asBoolean(true));
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    private boolean projected() {
        return embeddingWidth != sizes.width();
    }

    @Override
    public ParameterLayout parameters() {
        long width = sizes.width();
        var before = new ArrayList<Parameter>();
        before.add(Parameter.of("decoder.embed_tokens.weight", sizes.vocabulary(), embeddingWidth));
        before.add(
                Parameter.of(
                        "decoder.embed_positions.weight",
                        sizes.context() + POSITION_OFFSET,
                        width));
        var after = new ArrayList<Parameter>();
        if (projected()) {
            before.add(Parameter.of("decoder.project_in.weight", width, embeddingWidth));
            after.add(Parameter.of("decoder.project_out.weight", embeddingWidth, width));
        }
        if (normLast) {
            after.addAll(norm("decoder.final_layer_norm"));
        }
        var layer = new ArrayList<Parameter>();
        for (String product : List.of("k_proj", "v_proj", "q_proj", "out_proj")) {
            layer.addAll(Parameter.product("self_attn." + product, width, width, biases));
        }
        layer.addAll(norm("self_attn_layer_norm"));
        layer.addAll(Parameter.product("fc1", inner, width, biases));
        layer.addAll(Parameter.product("fc2", width, inner, biases));
        layer.addAll(norm("final_layer_norm"));
        return ParameterLayout.of(
                sizes, "model.", before, "decoder.layers.", layer, after, "lm_head.weight");
    }

    private List<Parameter> norm(String name) {
        return scaledNorms ? Parameter.weightAndBias(name, sizes.width()) : List.of();
    }

    @Override
    public Activations activations() {
        // as in GPT-2; what ReLU gives is all that it keeps
        return new Activations(2L * sizes.width(), 7L * sizes.width() + inner);
    }

    @Override
    public List<String> scripts() {
        return List.of("opt.py");
    }

    @Override
    public Map<String, Object> constants() {
        return Map.of(
                "positionOffset", POSITION_OFFSET,
                "projected", projected(),
                "normFirst", normFirst,
                "normLast", normLast);
    }
}
