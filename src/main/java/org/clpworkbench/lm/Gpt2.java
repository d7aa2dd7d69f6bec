package org.clpworkbench.lm;

import com.fasterxml.jackson.databind.JsonNode;

import org.clpworkbench.checkpoint.CheckpointException;
import org.clpworkbench.checkpoint.ModelConfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What GPT-2's TorchScript text and its weights are built from (Radford et al. 2019; names as in
/// transformers).
///
/// @param context the longest sequence in tokens
/// @param gelu `tanh` or `none`, as ATen calls the two
/// @param attentionScale what query–key products are multiplied by
public record Gpt2(
        int vocabulary,
        int context,
        int width,
        int inner,
        int layers,
        int heads,
        double epsilon,
        String gelu,
        double attentionScale,
        boolean tied) {
    static final String HEAD = "lm_head.weight";
    static final String SCRIPT_CLASS = "Gpt2";
    private static final String SCRIPT = "gpt2.py";
    private static final int LAYER_TENSORS = 12;

    /// Rows of logits that exist at a time: 256 × 50,257 float32 values are 51 MB.
    private static final int LOSS_BLOCK = 256;

    public Gpt2 {
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "The width %d is no multiple of the %d heads.".formatted(width, heads));
        }
    }

    /// @throws CheckpointException for another model type, or a variant that is not supported
    public static Gpt2 of(ModelConfig config) throws CheckpointException {
        JsonNode json = config.json();
        if (!config.modelType().equals("gpt2")) {
            throw new CheckpointException(
                    "Models of type \"%s\" cannot be run or trained yet, only \"gpt2\"; transferring them works."
                            .formatted(config.modelType()));
        }
        for (String unsupported :
                List.of("scale_attn_by_inverse_layer_idx", "add_cross_attention")) {
            if (json.path(unsupported).asBoolean(false)) {
                throw new CheckpointException(
                        "config.json sets %s, which is not supported.".formatted(unsupported));
            }
        }
        int heads = config.heads().orElseThrow(() -> lacking("n_head"));
        int headWidth = config.width() / heads;
        return new Gpt2(
                config.vocabularySize(),
                config.contextLength().orElseThrow(() -> lacking("n_positions")),
                config.width(),
                json.path("n_inner").asInt(4 * config.width()),
                config.layers(),
                heads,
                json.path("layer_norm_epsilon").asDouble(1e-5),
                gelu(json.path("activation_function").asText("gelu_new")),
                json.path("scale_attn_weights").asBoolean(true) ? 1 / Math.sqrt(headWidth) : 1,
                config.tied());
    }

    private static CheckpointException lacking(String field) {
        return new CheckpointException("config.json has no \"%s\".".formatted(field));
    }

    private static String gelu(String activation) throws CheckpointException {
        return switch (activation) {
            case "gelu_new", "gelu_pytorch_tanh" -> "tanh";
            case "gelu" -> "none";
            default ->
                    throw new CheckpointException(
                            "The activation \"%s\" of config.json is not supported."
                                    .formatted(activation));
        };
    }

    /// Every parameter, in the order that the script takes them in.
    public List<Parameter> parameters() {
        var all = new ArrayList<Parameter>();
        all.add(parameter("wte.weight", vocabulary, width));
        all.add(parameter("wpe.weight", context, width));
        for (int layer = 0; layer < layers; layer++) {
            String h = "h." + layer + ".";
            all.add(parameter(h + "ln_1.weight", width));
            all.add(parameter(h + "ln_1.bias", width));
            all.add(parameter(h + "attn.c_attn.weight", width, 3L * width));
            all.add(parameter(h + "attn.c_attn.bias", 3L * width));
            all.add(parameter(h + "attn.c_proj.weight", width, width));
            all.add(parameter(h + "attn.c_proj.bias", width));
            all.add(parameter(h + "ln_2.weight", width));
            all.add(parameter(h + "ln_2.bias", width));
            all.add(parameter(h + "mlp.c_fc.weight", width, inner));
            all.add(parameter(h + "mlp.c_fc.bias", inner));
            all.add(parameter(h + "mlp.c_proj.weight", inner, width));
            all.add(parameter(h + "mlp.c_proj.bias", width));
        }
        all.add(parameter("ln_f.weight", width));
        all.add(parameter("ln_f.bias", width));
        if (!tied) {
            all.add(parameter(HEAD, vocabulary, width));
        }
        return all;
    }

    private static Parameter parameter(String name, long... shape) {
        return new Parameter(
                name, IntStream.range(0, shape.length).mapToObj(i -> shape[i]).toList());
    }

    /// The TorchScript text with this model's sizes written in.
    String script(Products products) {
        List<Parameter> parameters = parameters();
        int head = tied ? 0 : 2 + LAYER_TENSORS * layers + 2;
        var values =
                Map.ofEntries(
                        Map.entry("width", width),
                        Map.entry("heads", heads),
                        Map.entry("headWidth", width / heads),
                        Map.entry("layers", layers),
                        Map.entry("epsilon", epsilon),
                        Map.entry("gelu", gelu),
                        Map.entry("attentionScale", attentionScale),
                        Map.entry("head", head),
                        Map.entry("low", products.expression()),
                        Map.entry("block", LOSS_BLOCK),
                        Map.entry("decayed", indices(parameters, true)),
                        Map.entry("plain", indices(parameters, false)));
        String text = template();
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }

    private static List<Integer> indices(List<Parameter> parameters, boolean decayed) {
        return IntStream.range(0, parameters.size())
                .filter(i -> parameters.get(i).decayed() == decayed)
                .boxed()
                .toList();
    }

    private static String template() {
        try (InputStream text = Gpt2.class.getResourceAsStream(SCRIPT)) {
            return new String(
                    Objects.requireNonNull(text, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("Cannot read " + SCRIPT, broken);
        }
    }
}
