package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.problem.Sentence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rotary positions (Su et al. 2021), and how they are stretched beyond the length that a model was
/// trained on. Settings are read under the names of transformers 4 (`rope_theta`, `rope_scaling`)
/// and 5 (`rope_parameters`).
///
/// @param frequencies radians a position, of every pair of numbers of a head that turns
/// @param scale what cosines and sines are multiplied by
public record RotaryPositions(List<Float> frequencies, double scale) {
    public RotaryPositions {
        frequencies = List.copyOf(frequencies);
    }

    /// @param base what the frequencies are powers of, where config.json does not say
    /// @param share of a head's numbers that turn, where it does not say
    static RotaryPositions of(ObjectNode config, ModelSizes sizes, double base, double share)
            throws CheckpointException {
        JsonNode rope = config.path("rope_parameters");
        if (!rope.isObject()) {
            rope = config.path("rope_scaling");
        }
        double theta =
                first(
                        base,
                        rope.path("rope_theta"),
                        config.path("rope_theta"),
                        config.path("rotary_emb_base"));
        double turning =
                first(
                        share,
                        rope.path("partial_rotary_factor"),
                        config.path("partial_rotary_factor"),
                        config.path("rotary_pct"));
        int width = (int) (sizes.headWidth() * turning);
        float[] plain = plain(width, theta);
        String type = rope.path("rope_type").asText(rope.path("type").asText("default"));
        double trainedOn = rope.path("original_max_position_embeddings").asDouble(sizes.context());
        return switch (type) {
            // dynamic: what is beyond the context changes, and nothing is run there
            case "default", "dynamic" -> new RotaryPositions(list(plain), 1);
            case "linear" -> linear(plain, factor(rope));
            case "llama3" -> llama3(plain, rope, factor(rope), trainedOn);
            case "yarn" -> yarn(plain, rope, factor(rope), trainedOn, theta);
            default ->
                    throw new CheckpointException(
                            Sentence.of(RotaryPositions.class, "rotary.unknown", type));
        };
    }

    private static double first(double usual, JsonNode... values) {
        for (JsonNode value : values) {
            if (value.isNumber()) {
                return value.doubleValue();
            }
        }
        return usual;
    }

    private static double factor(JsonNode rope) throws CheckpointException {
        if (!rope.path("factor").isNumber()) {
            throw new CheckpointException(Sentence.of(RotaryPositions.class, "rotary.factor"));
        }
        return rope.path("factor").doubleValue();
    }

    private static float[] plain(int width, double base) {
        float[] frequencies = new float[width / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1 / (float) Math.pow(base, 2f * i / width);
        }
        return frequencies;
    }

    private static List<Float> list(float[] values) {
        var list = new ArrayList<Float>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    /// Positions are drawn together (Chen et al. 2023).
    private static RotaryPositions linear(float[] plain, double factor) {
        float[] slower = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            slower[i] = (float) (plain[i] / factor);
        }
        return new RotaryPositions(list(slower), 1);
    }

    /// Slow turns are drawn together, fast ones stay, and between them it changes smoothly (Llama
    /// 3.1, Dubey et al. 2024).
    private static RotaryPositions llama3(
            float[] plain, JsonNode rope, double factor, double trainedOn) {
        double slow = rope.path("low_freq_factor").asDouble(1);
        double fast = rope.path("high_freq_factor").asDouble(4);
        float[] mixed = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            double turns = trainedOn * plain[i] / (2 * Math.PI);
            double kept = Math.clamp((turns - slow) / (fast - slow), 0, 1);
            mixed[i] = (float) ((1 - kept) * plain[i] / factor + kept * plain[i]);
        }
        return new RotaryPositions(list(mixed), 1);
    }

    /// YaRN (Peng et al. 2023).
    private static RotaryPositions yarn(
            float[] plain, JsonNode rope, double factor, double trainedOn, double base) {
        int width = 2 * plain.length;
        double low = pairThatTurns(rope.path("beta_fast").asDouble(32), width, base, trainedOn);
        double high = pairThatTurns(rope.path("beta_slow").asDouble(1), width, base, trainedOn);
        if (rope.path("truncate").asBoolean(true)) {
            low = Math.floor(low);
            high = Math.ceil(high);
        }
        low = Math.max(low, 0);
        high = Math.min(high, width - 1.0);
        double span = high == low ? 1e-3 : high - low;
        float[] mixed = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            double drawn = Math.clamp((i - low) / span, 0, 1);
            mixed[i] = (float) (drawn * plain[i] / factor + (1 - drawn) * plain[i]);
        }
        return new RotaryPositions(list(mixed), attention(rope, factor));
    }

    /// The pair, counted from 0 and with a fraction, that turns `turns` times over the length that
    /// the model was trained on.
    private static double pairThatTurns(double turns, int width, double base, double trainedOn) {
        return width * Math.log(trainedOn / (turns * 2 * Math.PI)) / (2 * Math.log(base));
    }

    private static double attention(JsonNode rope, double factor) {
        double mscale = rope.path("mscale").asDouble(0);
        double all = rope.path("mscale_all_dim").asDouble(0);
        double usual =
                mscale != 0 && all != 0
                        ? temperature(factor, mscale) / temperature(factor, all)
                        : temperature(factor, 1);
        return first(usual, rope.path("attention_factor"));
    }

    private static double temperature(double factor, double mscale) {
        return factor <= 1 ? 1 : 0.1 * mscale * Math.log(factor) + 1;
    }

    /// What rotary.py is built from, beside a family's own constants.
    Map<String, Object> constantsWith(Map<String, Object> others) {
        var constants = new HashMap<String, Object>(others);
        constants.put("frequencies", frequencies);
        constants.put("rotated", 2 * frequencies.size());
        constants.put("rotaryScale", scale);
        return constants;
    }
}
