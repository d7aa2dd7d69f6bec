package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;
import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// GPT-2 (Radford et al. 2019). Its products are stored input × output.
///
/// @param inner width of the feed-forward layers
/// @param attentionScale what query–key products are multiplied by
public record Gpt2(
        ModelSizes sizes, int inner, Activation activation, double epsilon, double attentionScale)
        implements Architecture {
    static Gpt2 of(ModelConfig config) throws CheckpointException {
        Architecture.refuse(config, "scale_attn_by_inverse_layer_idx", "add_cross_attention");
        ObjectNode json = config.text();
        if (config.contextLength().isEmpty()) {
            throw new CheckpointException(Sentence.of(Gpt2.class, "context.none"));
        }
        ModelSizes sizes = ModelSizes.of(config, 0);
        boolean scaled = json.path("scale_attn_weights").asBoolean(true);
        return new Gpt2(
                sizes,
                json.path("n_inner").asInt(4 * config.width()),
                Activation.named(json.path("activation_function").asText("gelu_new")),
                json.path("layer_norm_epsilon").asDouble(1e-5),
                scaled ? 1 / Math.sqrt(sizes.headWidth()) : 1);
    }

    @Override
    public ParameterLayout parameters() {
        int width = sizes.width();
        var layer = new ArrayList<Parameter>();
        layer.addAll(Parameter.weightAndBias("ln_1", width));
        layer.addAll(product("attn.c_attn", width, 3L * width));
        layer.addAll(product("attn.c_proj", width, width));
        layer.addAll(Parameter.weightAndBias("ln_2", width));
        layer.addAll(product("mlp.c_fc", width, inner));
        layer.addAll(product("mlp.c_proj", inner, width));
        return ParameterLayout.of(
                sizes,
                "transformer.",
                List.of(
                        Parameter.of("wte.weight", sizes.vocabulary(), width),
                        Parameter.of("wpe.weight", sizes.context(), width)),
                "h.",
                layer,
                Parameter.weightAndBias("ln_f", width),
                "lm_head.weight");
    }

    private static List<Parameter> product(String name, long in, long out) {
        return List.of(Parameter.of(name + ".weight", in, out), Parameter.of(name + ".bias", out));
    }

    @Override
    public Activations activations() {
        // both norms' inputs; two normed, queries, keys, values, attended, merged; the inner ones
        // before and after the activation
        return new Activations(2L * sizes.width(), 7L * sizes.width() + 2L * inner);
    }

    @Override
    public List<String> scripts() {
        return List.of("gpt2.py");
    }

    @Override
    public Map<String, Object> constants() {
        return Map.of();
    }
}
