package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// BLOOM (Scao et al. 2022), whose attention fades with the distance (ALiBi, Press et al. 2022).
///
/// @param residualAfterNorm whether a layer adds to its normed input instead of the input
public record Bloom(ModelSizes sizes, double epsilon, boolean residualAfterNorm)
        implements Architecture {
    /// Nothing limits a sequence; BLOOM was trained on ones of 2,048 tokens.
    private static final int CONTEXT = 2_048;

    static Bloom of(ModelConfig config) throws CheckpointException {
        ObjectNode json = config.text();
        return new Bloom(
                ModelSizes.of(config, CONTEXT),
                json.path("layer_norm_epsilon").asDouble(1e-5),
                json.path("apply_residual_connection_post_layernorm").asBoolean(false));
    }

    @Override
    public Activation activation() {
        return Activation.GELU_TANH;
    }

    @Override
    public ParameterLayout parameters() {
        long width = sizes.width();
        var before = new ArrayList<Parameter>();
        before.add(Parameter.of("word_embeddings.weight", sizes.vocabulary(), width));
        before.addAll(Parameter.weightAndBias("word_embeddings_layernorm", width));
        var layer = new ArrayList<Parameter>();
        layer.addAll(Parameter.weightAndBias("input_layernorm", width));
        layer.addAll(Parameter.weightAndBias("self_attention.query_key_value", 3 * width, width));
        layer.addAll(Parameter.weightAndBias("self_attention.dense", width, width));
        layer.addAll(Parameter.weightAndBias("post_attention_layernorm", width));
        layer.addAll(Parameter.weightAndBias("mlp.dense_h_to_4h", 4 * width, width));
        layer.addAll(Parameter.weightAndBias("mlp.dense_4h_to_h", width, 4 * width));
        return ParameterLayout.of(
                sizes,
                "transformer.",
                before,
                "h.",
                layer,
                Parameter.weightAndBias("ln_f", width),
                "lm_head.weight");
    }

    @Override
    public Activations activations() {
        // as in GPT-2
        return new Activations(2L * sizes.width(), 15L * sizes.width());
    }

    @Override
    public List<String> scripts() {
        return List.of("bloom.py");
    }

    @Override
    public Map<String, Object> constants() {
        return Map.of("slopes", slopes(sizes.heads()), "residualAfterNorm", residualAfterNorm);
    }

    /// How fast each head's attention fades: a geometric sequence from 2^(−8/n) for a power of two
    /// n, and between its members every second one of the sequence for 2n.
    static List<Double> slopes(int heads) {
        int power = Integer.highestOneBit(heads);
        var slopes = new ArrayList<Double>();
        for (int head = 1; head <= power; head++) {
            slopes.add(Math.pow(2, -8.0 * head / power));
        }
        for (int head = 1; slopes.size() < heads; head += 2) {
            slopes.add(Math.pow(2, -4.0 * head / power));
        }
        return List.copyOf(slopes);
    }
}
